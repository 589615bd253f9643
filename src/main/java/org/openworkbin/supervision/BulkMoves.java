package org.openworkbin.supervision;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openworkbin.http.ReferenceIds;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * Moves several items to one bin, one after the other: each is decided, journaled and told by
 * itself, all under one number. Thread-safe.
 */
@Service
final class BulkMoves {
  private final MovePlans plans;
  private final MoveDecisions decisions;
  private final MoveMemory memory;
  private final ReferenceIds referenceIds;
  private final IdGenerator ids;
  private final InstantSource clock;

  BulkMoves(
      MovePlans plans,
      MoveDecisions decisions,
      MoveMemory memory,
      ReferenceIds referenceIds,
      IdGenerator ids,
      InstantSource clock) {
    this.plans = plans;
    this.decisions = decisions;
    this.memory = memory;
    this.referenceIds = referenceIds;
    this.ids = ids;
    this.clock = clock;
  }

  /** What would become of each item now. */
  List<BulkMove.Item> preview(UserId caller, MoveWish wish) {
    return wish.asked().stream().map(asked -> plans.plan(caller, asked, wish.to())).toList();
  }

  /** Moves what is to go by the plan, if it still is as it was seen when that was made. */
  BulkMove run(UserId caller, MoveWish wish, Repetition request) {
    BulkMove move =
        new BulkMove(
            ids.newUuid().toString(),
            clock.instant(),
            caller,
            wish.comment(),
            wish.to(),
            referenceIds.next(),
            wish.more(),
            true,
            Optional.empty(),
            preview(caller, wish));
    return memory.begin(move, request, this::moved);
  }

  /**
   * The move that the same request began, which is gone on with where it was cut off.
   *
   * @param ids what it names, of which only what is an id is remembered; empty where it names none
   */
  Optional<BulkMove> begunBy(Repetition request, List<String> ids) {
    return memory
        .begunBy(request)
        .map(move -> move.undoing().isPresent() ? move : resumed(move.id()))
        .map(move -> ids.isEmpty() ? move : named(move, ids));
  }

  /** One that was undone since is not gone on with. */
  private BulkMove resumed(String id) {
    return memory
        .resume(id, this::moved)
        .or(() -> memory.find(id).filter(move -> move.undoing().isPresent()))
        .orElseThrow(
            () -> new Refusal.InUse("move", "It is being done or undone just now").asException());
  }

  private static BulkMove named(BulkMove move, List<String> ids) {
    Map<String, BulkMove.Item> items =
        move.items().stream().collect(Collectors.toMap(BulkMove.Item::id, item -> item));
    return move.with(
        ids.stream()
            .map(id -> items.getOrDefault(id, BulkMove.Item.staying(id, Stay.UNKNOWN)))
            .toList());
  }

  private BulkMove moved(BulkMove move) {
    return move.with(
        move.items().stream()
            .map(item -> item.isOpen() ? decisions.there(move, item) : item)
            .toList());
  }
}
