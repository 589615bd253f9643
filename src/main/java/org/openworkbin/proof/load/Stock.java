package org.openworkbin.proof.load;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openworkbin.proof.client.Bin;

/** Which items lie in which bin, as far as the generator knows. Thread-safe. */
final class Stock {
  private final Map<String, Queue<String>> items = new ConcurrentHashMap<>();

  void add(Bin bin, Collection<String> more) {
    items.computeIfAbsent(bin.path(), _ -> new ConcurrentLinkedQueue<>()).addAll(more);
  }

  /** The one that was added first, which nobody else gets; "" where there is none. */
  String take(Bin bin) {
    Queue<String> there = items.get(bin.path());
    String item = there == null ? null : there.poll();
    return item == null ? "" : item;
  }
}
