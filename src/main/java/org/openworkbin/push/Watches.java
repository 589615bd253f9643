package org.openworkbin.push;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/**
 * All subscriptions in force, found by bin and by user; at most one for each user and bin. Reading
 * takes no lock.
 */
final class Watches {
  private final ConcurrentMap<BinId, List<Watch>> byBin = new ConcurrentHashMap<>();
  private final ConcurrentMap<UserId, Map<BinId, Watch>> byUser = new ConcurrentHashMap<>();

  /** Adds it and returns it, or returns the one that is there already for its user and bin. */
  synchronized Watch putIfAbsent(Watch watch) {
    Map<BinId, Watch> ofUser = byUser.getOrDefault(watch.user(), Map.of());
    Watch there = ofUser.get(watch.bin());
    if (there != null) {
      return there;
    }
    Map<BinId, Watch> more = new HashMap<>(ofUser);
    more.put(watch.bin(), watch);
    byUser.put(watch.user(), Map.copyOf(more));
    byBin.merge(
        watch.bin(),
        List.of(watch),
        (old, added) -> Stream.concat(old.stream(), added.stream()).toList());
    return watch;
  }

  /** Takes it out; false where it was out already. */
  synchronized boolean remove(Watch watch) {
    Map<BinId, Watch> ofUser = byUser.getOrDefault(watch.user(), Map.of());
    if (ofUser.get(watch.bin()) != watch) {
      return false;
    }
    Map<BinId, Watch> less = new HashMap<>(ofUser);
    less.remove(watch.bin());
    byUser.compute(watch.user(), (_, _) -> less.isEmpty() ? null : Map.copyOf(less));
    byBin.computeIfPresent(
        watch.bin(),
        (_, old) -> {
          List<Watch> rest = old.stream().filter(each -> each != watch).toList();
          return rest.isEmpty() ? null : rest;
        });
    return true;
  }

  List<Watch> of(BinId bin) {
    return byBin.getOrDefault(bin, List.of());
  }

  List<Watch> of(UserId user) {
    return List.copyOf(byUser.getOrDefault(user, Map.of()).values());
  }

  /** All of the bins that pass. */
  List<Watch> of(Predicate<BinId> bins) {
    return byBin.entrySet().stream()
        .filter(entry -> bins.test(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  Optional<Watch> of(UserId user, BinId bin) {
    return Optional.ofNullable(byUser.getOrDefault(user, Map.of()).get(bin));
  }

  Set<UserId> users() {
    return Set.copyOf(byUser.keySet());
  }
}
