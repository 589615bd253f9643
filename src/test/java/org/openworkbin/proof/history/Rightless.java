package org.openworkbin.proof.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.proof.history.Happening.Entitled;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Opened;
import org.openworkbin.proof.history.Happening.Snapshot;

/** Who of a history never has the right to see what. */
final class Rightless {

  private Rightless() {}

  /** A listener of an agent who never has the right to see the bin. */
  static Optional<Opened> listener(List<Happening> all, String bin) {
    return all.stream()
        .filter(each -> each instanceof Opened opened && isNever(all, opened.agent(), bin))
        .map(Opened.class::cast)
        .findFirst();
  }

  /** What the reader could never have seen: it was told of only in bins that he has no right to. */
  static Stream<String> items(List<Happening> all, Snapshot read) {
    return all.stream()
        .filter(each ->
            each instanceof Heard heard
                && isNever(all, read.agent(), heard.bin())
                && all.stream().noneMatch(other -> shows(other, heard, read.agent())))
        .map(each -> ((Heard) each).change().item());
  }

  private static boolean shows(Happening other, Heard secret, String reader) {
    String item = secret.change().item();
    return switch (other) {
      case Heard heard -> !heard.bin().equals(secret.bin()) && heard.change().item().equals(item);
      case Snapshot shown -> shown.agent().equals(reader) && shown.items().contains(item);
      default -> false;
    };
  }

  private static boolean isNever(List<Happening> all, String agent, String bin) {
    return all.stream()
        .noneMatch(each ->
            changes(each, agent)
                || (each instanceof Entitled right
                    && right.agent().equals(agent)
                    && right.bin().equals(bin)));
  }

  private static boolean changes(Happening each, String agent) {
    return each instanceof Happening.Asked asked
        && switch (asked.wish()) {
          case Wish.Grant(String whom, _) -> whom.equals(agent);
          case Wish.Withdraw(String whom, _) -> whom.equals(agent);
          default -> false;
        };
  }
}
