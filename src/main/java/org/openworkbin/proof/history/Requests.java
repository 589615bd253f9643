package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;

/** The requests of a history, in the order in which they were first sent. */
final class Requests {
  private final List<Request> all = new ArrayList<>();

  private Requests() {}

  static Requests of(History history) {
    Map<Long, Answered> answers = new HashMap<>();
    for (Happening happening : history.happenings()) {
      if (happening instanceof Answered answered) {
        answers.put(answered.call(), answered);
      }
    }
    Map<Once, List<Call>> calls = new LinkedHashMap<>();
    for (Happening happening : history.happenings()) {
      if (happening instanceof Asked asked) {
        calls
            .computeIfAbsent(Once.of(asked), _ -> new ArrayList<>(1))
            .add(new Call(asked, Optional.ofNullable(answers.get(asked.call()))));
      }
    }
    Requests requests = new Requests();
    calls.values().forEach(each -> requests.all.add(Request.of(each)));
    return requests;
  }

  List<Request> all() {
    return all;
  }

  /** What tells requests from each other: the agent's key, or the call where there is none. */
  private record Once(String agent, String key, long call) {

    static Once of(Asked asked) {
      return asked
          .key()
          .map(key -> new Once(asked.agent(), key, -1))
          .orElse(new Once("", "", asked.call()));
    }
  }
}
