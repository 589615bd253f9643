package org.openworkbin.interaction;

import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.Right;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Says where an interaction is to somebody who wanted it, as far as he may know. Asks nothing but
 * memory, so it can be called inside the ledger's transaction. Thread-safe.
 */
@Component
public final class Whereabouts {
  private final Directories directories;
  private final Access access;

  public Whereabouts(Directories directories, Access access) {
    this.directories = directories;
    this.access = access;
  }

  /**
   * Whether he has anything to do with it: he has it in hand, it is offered to or by him, it lies
   * in a bin that he may see or was last taken out of one, or he brought it in.
   */
  public boolean concerns(UserId caller, Interaction now) {
    boolean near =
        switch (now.location()) {
          case Location.Hand(UserId agent) -> agent.equals(caller);
          case Location.Offer(UserId agent, UserId by) -> agent.equals(caller) || by.equals(caller);
          case Location.Bin(BinId bin) -> access.may(caller, Right.SEE, bin);
          case Location.Queue _, Location.Ended _, Location.Nowhere _ -> false;
        };
    return near
        || now.lastBin().filter(bin -> access.may(caller, Right.SEE, bin)).isPresent()
        || directories
            .now()
            .user(caller)
            .filter(user -> user.userName().equals(now.submittedBy()))
            .isPresent();
  }

  /** Where it is, for one whom it concerns; a bin only where he may see that. */
  public Refusal.Conflict of(UserId caller, Interaction now) {
    Directory directory = directories.now();
    return switch (now.location()) {
      case Location.Hand(UserId agent) -> heldBy(directory, agent, now);
      case Location.Offer(UserId agent, UserId _) -> heldBy(directory, agent, now);
      case Location.Bin(BinId bin) ->
          directory
              .workbin(bin.workbin())
              .filter(_ -> access.may(caller, Right.SEE, bin))
              .map(workbin -> movedTo(workbin, now))
              .orElseGet(() -> elsewhere(now));
      case Location.Queue(QueueId queue) ->
          new Refusal.Queued(
              directory.queue(queue).map(Queue::name).orElse(queue.value()), now.since());
      case Location.Ended(Location.Ending how) -> new Refusal.Finished(how.wireName(), now.since());
      case Location.Nowhere _ -> elsewhere(now);
    };
  }

  private static Refusal.Conflict heldBy(Directory directory, UserId agent, Interaction now) {
    return directory.user(agent).map(user -> heldBy(user, now)).orElseGet(() -> elsewhere(now));
  }

  private static Refusal.Conflict heldBy(User user, Interaction now) {
    return new Refusal.HeldBy(
        user.id(), user.userName(), user.firstName(), user.lastName(), now.since());
  }

  private static Refusal.Conflict movedTo(Workbin workbin, Interaction now) {
    return new Refusal.MovedTo(workbin.id().value(), workbin.name(), now.since());
  }

  private static Refusal.Conflict elsewhere(Interaction now) {
    return new Refusal.Elsewhere(now.since());
  }
}
