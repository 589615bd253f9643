package org.openworkbin.proof.prove;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.openworkbin.proof.client.Bin;

/** What an agent believes to have in hand, and what he last saw where. For one thread. */
final class Belongings {
  private static final int REMEMBERED = 50;

  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Deque<Held> past = new ArrayDeque<>();
  private final Map<String, List<String>> seen = new HashMap<>();

  /**
   * An item in hand.
   *
   * @param hold the number that it is held by
   */
  record Held(String item, long hold) {}

  void took(String item, long hold) {
    held.put(item, new Held(item, hold));
    seen.values().forEach(items -> items.remove(item));
  }

  /** It is in hand no more, whoever took it. */
  void lost(String item) {
    Held was = held.remove(item);
    if (was != null) {
      past.addLast(was);
      if (past.size() > REMEMBERED) {
        past.removeFirst();
      }
    }
  }

  /** What he has in hand, as he was just told. */
  void replace(List<Held> now) {
    List<String> before = new ArrayList<>(held.keySet());
    now.forEach(each -> before.remove(each.item()));
    before.forEach(this::lost);
    now.forEach(each -> held.put(each.item(), each));
  }

  void saw(Bin bin, List<String> items) {
    seen.put(bin.name(), new ArrayList<>(items));
  }

  void isNotThere(Bin bin, String item) {
    seen.computeIfPresent(
        bin.name(),
        (_, items) -> {
          items.remove(item);
          return items;
        });
  }

  int count() {
    return held.size();
  }

  int seenIn(Bin bin) {
    return seen.getOrDefault(bin.name(), List.of()).size();
  }

  Optional<Held> any(Random random) {
    return any(List.copyOf(held.values()), random);
  }

  /** A hold that is over. */
  Optional<Held> anyPast(Random random) {
    return any(List.copyOf(past), random);
  }

  /** Something that he saw there; often the first, which everybody goes for. */
  Optional<String> anySeen(Bin bin, Random random) {
    List<String> items = seen.getOrDefault(bin.name(), List.of());
    return items.isEmpty() || random.nextInt(3) == 0
        ? any(items, random)
        : Optional.of(items.getFirst());
  }

  private static <T> Optional<T> any(List<T> of, Random random) {
    return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
  }
}
