package org.openworkbin.proof.prove;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;
import org.openworkbin.proof.history.History;
import org.openworkbin.proof.history.Promise;
import org.openworkbin.proof.history.Wish;

/** On how much of a history each promise could have been seen to be broken. */
final class Cases {
  private static final int DONE = 200;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  private final Map<Promise, Long> counts = new EnumMap<>(Promise.class);
  private final Map<Long, Asked> asked = new HashMap<>();
  private final Set<String> answeredKeys = new HashSet<>();
  private final Set<String> items = new HashSet<>();

  private Cases() {}

  static Map<Promise, Long> of(History history) {
    Cases cases = new Cases();
    history.happenings().forEach(cases::count);
    cases.counts.put(Promise.P1, (long) cases.items.size());
    return cases.counts;
  }

  /** What the cases of a promise are, in the plural. */
  static String words(Promise promise) {
    return switch (promise) {
      case P1 -> "items followed";
      case P2 -> "pulls lost to somebody else";
      case P3 -> "acknowledged writes";
      case P4 -> "changes told";
      case P5 -> "repeated requests answered";
      case P6 -> "counters read with the content";
      case P7 -> "requests without the right";
      case P8 -> "writes refused to who did not hold it";
      case P9 -> "requests answered";
    };
  }

  private void count(Happening happening) {
    switch (happening) {
      case Asked request -> asked.put(request.call(), request);
      case Answered answer -> answered(answer);
      case Happening.Heard heard -> {
        add(Promise.P4);
        items.add(heard.change().item());
      }
      case Happening.Snapshot _ -> add(Promise.P6);
      case Happening.Found found -> items.add(found.item());
      case Happening.Unanswered _,
          Happening.Entitled _,
          Happening.Opened _,
          Happening.Listens _,
          Happening.Subscribed _,
          Happening.Unsubscribed _,
          Happening.Notified _,
          Happening.Cut _,
          Happening.CaughtUp _,
          Happening.Counted _,
          Happening.Struck _,
          Happening.Settled _ -> {}
    }
  }

  private void answered(Answered answer) {
    add(Promise.P9);
    Asked request = asked.get(answer.call());
    if (request == null) {
      return;
    }
    request
        .key()
        .filter(key -> !answeredKeys.add(request.agent() + " " + key))
        .ifPresent(_ -> add(Promise.P5));
    switch (answer.status()) {
      case DONE -> {
        if (!(request.wish() instanceof Wish.Other)) {
          add(Promise.P3);
        }
      }
      case FORBIDDEN -> add(Promise.P7);
      case CONFLICT -> {
        if (request.wish() instanceof Wish.Pull) {
          add(Promise.P2);
        } else if (answer.told().refused()) {
          add(Promise.P8);
        }
      }
      default -> {
        // Says nothing of a promise by itself.
      }
    }
  }

  private void add(Promise promise) {
    counts.merge(promise, 1L, Long::sum);
  }
}
