package org.openworkbin.ledger;

import java.util.Arrays;
import org.openworkbin.id.BinId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;

/** Where an interaction is; it is in exactly one location after every journal entry. */
public sealed interface Location {

  /** Parked in a bin: everybody entitled sees it. */
  record Bin(BinId bin) implements Location {}

  /** Being worked on by exactly one agent. */
  record Hand(UserId agent) implements Location {}

  /**
   * Offered to an agent by the one who had it in hand, who gets it back unless it is accepted. No
   * more his, and not the other's yet.
   */
  record Offer(UserId agent, UserId by) implements Location {}

  /** Waiting in a queue for a rule or a router. */
  record Queue(QueueId queue) implements Location {}

  /** Finished; nothing moves out of here. */
  record Ended(Ending how) implements Location {}

  /** Not known to the ledger yet: where a created interaction comes from. */
  record Nowhere() implements Location {}

  /** How an interaction ended. */
  enum Ending {
    COMPLETED(1, "Completed"),
    CANCELED(2, "Canceled"),
    SENT(3, "Sent");

    private final int code;
    private final String wireName;

    Ending(int code, String wireName) {
      this.code = code;
      this.wireName = wireName;
    }

    /** The number that stands for this ending in the store; never changed once released. */
    public int code() {
      return code;
    }

    /** The contract's state name: {@code Completed}, {@code Canceled} or {@code Sent}. */
    public String wireName() {
      return wireName;
    }

    /** The ending with that {@link #code()}; an unknown code is a fault of the store. */
    public static Ending ofCode(int code) {
      return Arrays.stream(values())
          .filter(ending -> ending.code == code)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no ending has code " + code));
    }
  }
}
