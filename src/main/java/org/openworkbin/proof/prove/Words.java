package org.openworkbin.proof.prove;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openworkbin.proof.history.Change;
import org.openworkbin.proof.history.Happening;

/** A happening as a line that people read. */
final class Words {
  private static final double NANOS = 1e9;
  private static final int MOST_CHANGES = 5;

  private Words() {}

  static String of(Happening happening) {
    return String.format(Locale.ROOT, "%10.4f s  %s", happening.at() / NANOS, what(happening));
  }

  private static String what(Happening happening) {
    return switch (happening) {
      case Happening.Asked asked -> asked(asked);
      case Happening.Answered answered ->
          "call %d is answered %d, code %d%s"
              .formatted(answered.call(), answered.status(), answered.code(), said(answered));
      case Happening.Unanswered none -> "call " + none.call() + " gets no answer";
      case Happening.Entitled right -> right.agent() + " may see " + right.bin();
      case Happening.Opened opened ->
          "%s sets out to hear of %s".formatted(opened.listener(), opened.bins());
      case Happening.Listens told -> told.listener() + " is answered that it listens";
      case Happening.Subscribed told ->
          "%s is told that it hears of %s after revision %d"
              .formatted(told.listener(), told.bin(), told.revision());
      case Happening.Unsubscribed told ->
          told.listener() + " is told that it hears no more of " + told.bin();
      case Happening.Heard heard ->
          "%s hears of %s: %s".formatted(heard.listener(), heard.bin(), change(heard.change()));
      case Happening.Notified told ->
          "%s is told of %s: %s".formatted(told.listener(), told.item(), told.state());
      case Happening.Cut cut -> cut.listener() + " is cut off";
      case Happening.Snapshot seen ->
          "%s reads %s: revision %d, count %d, %s"
              .formatted(seen.agent(), seen.bin(), seen.revision(), seen.itemCount(), seen.items());
      case Happening.CaughtUp read -> caughtUp(read);
      case Happening.Counted count ->
          "%s is told that %d lie in %s".formatted(count.agent(), count.count(), count.bin());
      case Happening.Found found -> found.item() + " is found in " + found.place();
      case Happening.Struck struck -> "trouble: " + struck.fault();
      case Happening.Settled _ -> "all is quiet";
    };
  }

  private static String asked(Happening.Asked asked) {
    return "%s asks, call %d: %s%s%s"
        .formatted(
            asked.agent(),
            asked.call(),
            asked.wish(),
            asked.key().map(key -> ", key " + key).orElse(""),
            asked.hold().isPresent() ? ", hold " + asked.hold().getAsLong() : "");
  }

  private static String caughtUp(Happening.CaughtUp read) {
    return "%s reads the changes of %s after revision %d: %s, now at revision %d with %d"
        .formatted(
            read.agent(),
            read.bin(),
            read.since(),
            changes(read.changes()),
            read.revision(),
            read.itemCount());
  }

  private static String said(Happening.Answered answered) {
    StringBuilder words = new StringBuilder();
    answered.told().item().ifPresent(item -> words.append(", item ").append(item));
    answered.told().hold().ifPresent(hold -> words.append(", hold ").append(hold));
    answered.told().conflict().ifPresent(place -> words.append(", it is in ").append(place));
    return words.toString();
  }

  private static String changes(List<Change> changes) {
    return changes.stream().limit(MOST_CHANGES).map(Words::change).collect(Collectors.joining(", "))
        + (changes.size() > MOST_CHANGES
            ? " and %d more".formatted(changes.size() - MOST_CHANGES)
            : "");
  }

  private static String change(Change change) {
    return "%d %s %s".formatted(change.revision(), change.action(), change.item());
  }
}
