package org.openworkbin.proof.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.proof.history.Chronicle.Bound;
import org.openworkbin.proof.history.Chronicle.Claim;

/**
 * The requests that can have taken an item out of a bin. Nothing else can, so it left no earlier
 * than the first of them was asked. To be asked in the order of the bin's revisions.
 */
final class Causes {
  private static final String ANY = "";

  private final Map<String, Map<String, ArrayDeque<Request>>> byBinAndItem = new HashMap<>();

  private Causes() {}

  static Causes of(Requests requests) {
    Causes causes = new Causes();
    List<Request> inOrder = new ArrayList<>(requests.all());
    inOrder.sort(Comparator.comparingLong(request -> request.asked().at()));
    for (Request request : inOrder) {
      switch (request.wish()) {
        case Wish.Pull(String item, String bin) -> causes.add(bin, item, request);
        case Wish.PullNext(String bin) ->
            causes.add(bin, request.told().item().orElse(ANY), request);
        case Wish.Move(String item, _) -> causes.add(ANY, item, request);
        default -> {}
      }
    }
    return causes;
  }

  private void add(String bin, String item, Request request) {
    if (request.done().isPresent() || request.isOpen()) {
      byBinAndItem
          .computeIfAbsent(bin, _ -> new HashMap<>())
          .computeIfAbsent(item, _ -> new ArrayDeque<>())
          .add(request);
    }
  }

  /** Before when the change can't have happened, given that it was not before {@code least}. */
  Bound of(String bin, Claim claim, long least) {
    Change change = claim.change();
    if (change.action() != Change.Action.REMOVED) {
      return new Bound(Long.MIN_VALUE, List.of());
    }
    Optional<Request> first =
        List.of(
                first(bin, change.item(), least),
                first(bin, ANY, least),
                first(ANY, change.item(), Long.MIN_VALUE))
            .stream()
            .flatMap(Optional::stream)
            .min(Comparator.comparingLong(request -> request.asked().at()));
    return first
        .map(request -> new Bound(request.asked().at(), List.of(claim.by(), request.asked())))
        .orElse(new Bound(Long.MIN_VALUE, List.of()));
  }

  private Optional<Request> first(String bin, String item, long least) {
    ArrayDeque<Request> all =
        byBinAndItem.getOrDefault(bin, Map.of()).getOrDefault(item, new ArrayDeque<>());
    while (!all.isEmpty() && end(all.getFirst()) < least) {
      all.removeFirst();
    }
    return Optional.ofNullable(all.peekFirst());
  }

  private static long end(Request request) {
    return request.done().map(Call::end).orElse(Long.MAX_VALUE);
  }
}
