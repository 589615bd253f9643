package org.openworkbin.ledger.jdbc;

import org.jspecify.annotations.Nullable;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Location.Ending;

/**
 * A location as the columns that hold it: at most one of the five is set.
 *
 * @param bin the number of a bin, 0 where it is none (or one that was never used)
 * @param ending the code of an ending, 0 where it is none
 * @param offeredTo the agent who is offered it; {@code offeredBy} is set with it
 */
record StoredLocation(
    long bin,
    @Nullable String holder,
    @Nullable String queue,
    int ending,
    @Nullable String offeredTo,
    @Nullable String offeredBy) {

  static final StoredLocation NONE = new StoredLocation(0, null, null, 0, null, null);

  /** A location that is no bin. */
  static StoredLocation of(Location location) {
    return switch (location) {
      case Location.Bin _ -> throw new IllegalArgumentException("a bin is stored by its number");
      case Location.Hand(UserId agent) -> new StoredLocation(0, agent.value(), null, 0, null, null);
      case Location.Queue(QueueId queue) ->
          new StoredLocation(0, null, queue.value(), 0, null, null);
      case Location.Offer(UserId agent, UserId by) ->
          new StoredLocation(0, null, null, 0, agent.value(), by.value());
      case Location.Ended(Ending how) -> new StoredLocation(0, null, null, how.code(), null, null);
      case Location.Nowhere() -> NONE;
    };
  }

  static StoredLocation ofBin(long number) {
    return new StoredLocation(number, null, null, 0, null, null);
  }

  /** The location, where it is no bin. */
  Location toLocation() {
    if (holder != null) {
      return new Location.Hand(new UserId(holder));
    }
    if (queue != null) {
      return new Location.Queue(new QueueId(queue));
    }
    if (offeredTo != null && offeredBy != null) {
      return new Location.Offer(new UserId(offeredTo), new UserId(offeredBy));
    }
    return ending == 0 ? new Location.Nowhere() : new Location.Ended(Ending.ofCode(ending));
  }
}
