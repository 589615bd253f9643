package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.openworkbin.proof.history.Happening.Answered;

/** When a hold may have ended without anybody asking for it. */
final class Leases {
  private final long lease;
  private final Map<String, NavigableMap<Long, Long>> lastAskedByAnswer = new HashMap<>();
  private final Map<String, Long> disabled = new HashMap<>();

  private Leases(long lease) {
    this.lease = lease;
  }

  static Leases of(History history, Requests requests) {
    Leases leases = new Leases(history.run().lease().toNanos());
    Map<String, List<Call>> calls = new HashMap<>();
    for (Request request : requests.all()) {
      if (request.wish() instanceof Wish.Disable(String agent)) {
        leases.disabled.merge(agent, request.asked().at(), Math::min);
      }
      request.calls().stream()
          .filter(call -> call.answered().isPresent())
          .forEach(
              call -> calls.computeIfAbsent(request.agent(), _ -> new ArrayList<>()).add(call));
    }
    calls.forEach((agent, all) -> leases.lastAskedByAnswer.put(agent, lastAsked(all)));
    return leases;
  }

  /** By the time of an answer, when the newest request was asked that was answered by then. */
  private static NavigableMap<Long, Long> lastAsked(List<Call> calls) {
    calls.sort(Comparator.comparingLong(Call::end));
    NavigableMap<Long, Long> byAnswer = new TreeMap<>();
    long newest = Long.MIN_VALUE;
    for (Call call : calls) {
      newest = Math.max(newest, call.asked().at());
      byAnswer.put(call.answered().map(Answered::at).orElseThrow(), newest);
    }
    return byAnswer;
  }

  boolean isDisabled(String agent, long time) {
    return disabled.getOrDefault(agent, Long.MAX_VALUE) <= time;
  }

  /**
   * Whether the hold may have run out.
   *
   * @param latest it ended by then
   * @param earliest and not before then
   */
  boolean mayEnd(State held, long latest, long earliest) {
    Map.Entry<Long, Long> heard =
        lastAskedByAnswer.getOrDefault(held.where(), new TreeMap<>()).lowerEntry(earliest);
    long lastHeard = Math.max(held.since(), heard == null ? Long.MIN_VALUE : heard.getValue());
    return lastHeard == Long.MIN_VALUE || latest - lastHeard >= lease;
  }
}
