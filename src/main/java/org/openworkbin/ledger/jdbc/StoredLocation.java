package org.openworkbin.ledger.jdbc;

import org.jspecify.annotations.Nullable;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Location.Ending;

/**
 * A location as the columns that hold it: at most one of the four is set.
 *
 * @param bin the number of a bin, 0 where it is none (or one that was never used)
 * @param ending the code of an ending, 0 where it is none
 */
record StoredLocation(long bin, @Nullable String holder, @Nullable String queue, int ending) {
  static final StoredLocation NONE = new StoredLocation(0, null, null, 0);

  /** A location that is no bin. */
  static StoredLocation of(Location location) {
    return switch (location) {
      case Location.Bin _ -> throw new IllegalArgumentException("a bin is stored by its number");
      case Location.Hand(UserId agent) -> new StoredLocation(0, agent.value(), null, 0);
      case Location.Queue(QueueId queue) -> new StoredLocation(0, null, queue.value(), 0);
      case Location.Ended(Ending how) -> new StoredLocation(0, null, null, how.code());
      case Location.Nowhere() -> NONE;
    };
  }

  static StoredLocation ofBin(long number) {
    return new StoredLocation(number, null, null, 0);
  }

  /** The location, where it is no bin. */
  Location toLocation() {
    if (holder != null) {
      return new Location.Hand(new UserId(holder));
    }
    if (queue != null) {
      return new Location.Queue(new QueueId(queue));
    }
    return ending == 0 ? new Location.Nowhere() : new Location.Ended(Ending.ofCode(ending));
  }
}
