package org.openworkbin.supervision;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Right;
import org.openworkbin.directory.User;
import org.openworkbin.http.ReferenceIds;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Location;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * The moves of several items that are remembered, for those who made them and for administrators:
 * to be read and, once, to be undone.
 */
@Service
final class RecentMoves {
  private final MoveMemory memory;
  private final MoveDecisions decisions;
  private final Directories directories;
  private final Access access;
  private final ReferenceIds referenceIds;
  private final InstantSource clock;

  RecentMoves(
      MoveMemory memory,
      MoveDecisions decisions,
      Directories directories,
      Access access,
      ReferenceIds referenceIds,
      InstantSource clock) {
    this.memory = memory;
    this.decisions = decisions;
    this.directories = directories;
    this.access = access;
    this.referenceIds = referenceIds;
    this.clock = clock;
  }

  /** The newest; one's own, or everybody's for administrators. */
  List<BulkMove> newest(UserId caller, int limit) {
    return memory.newest(isAdministrator(caller) ? Optional.empty() : Optional.of(caller), limit);
  }

  /** One of them; any other is unknown. */
  BulkMove find(UserId caller, String id) {
    return memory
        .find(id)
        .filter(move -> move.by().equals(caller) || isAdministrator(caller))
        .orElseThrow(() -> new Refusal.Unknown("move", id).asException());
  }

  /** Takes everything back to where it was that still is where the move has put it. */
  BulkMove undo(UserId caller, String id, Optional<String> key) {
    BulkMove move = find(caller, id);
    BulkMove.Undoing undoing =
        new BulkMove.Undoing(clock.instant(), caller, referenceIds.next(), key);
    if (!move.underWay() && move.undoing().filter(undoing::isBy).isPresent()) {
      return move;
    }
    return memory
        .undo(id, undoing, found -> undone(found, undoing))
        .orElseThrow(() ->
            new Refusal.InUse("move", "It was undone, or is being done or undone just now")
                .asException());
  }

  private BulkMove undone(BulkMove move, BulkMove.Undoing undoing) {
    return move.undoing(
        undoing,
        move.items().stream()
            .map(item ->
                item.hold().isEmpty() || item.undoHold().isPresent()
                    ? item
                    : undone(move, item, undoing))
            .toList());
  }

  private BulkMove.Item undone(BulkMove move, BulkMove.Item item, BulkMove.Undoing undoing) {
    boolean mayGoBack =
        !item.canGoBack()
            || (access.may(undoing.by(), Right.SUPERVISE, move.to())
                && item.from().orElseThrow() instanceof Location.Bin(BinId from)
                && access.may(undoing.by(), Right.SUPERVISE, from));
    return mayGoBack ? decisions.back(move, item, undoing) : decisions.notPermitted(item);
  }

  private boolean isAdministrator(UserId user) {
    return directories.now().user(user).filter(User::isAdministrator).isPresent();
  }
}
