package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Reason;

/** How the reason of a move is told to those who did not ask for it. */
final class Reasons {

  private Reasons() {}

  /** Whether the server takes it from whoever has it. */
  static boolean isTheServers(Reason reason) {
    return switch (reason) {
      case LEASE_ENDED, HOLDER_GONE, SESSION_ENDED, OFFER_ENDED -> true;
      case CREATE,
          ADD,
          PULL,
          MOVE,
          COMPLETE,
          IMPORT,
          RELEASE,
          TRANSFER,
          ACCEPT,
          REJECT,
          EDIT,
          CANCEL,
          SEND,
          TAKE_BACK,
          UNDO ->
          false;
    };
  }

  /** The reason by its name on the wire, where he did not ask for the move. */
  static Optional<String> toldTo(UserId user, Entry entry) {
    return switch (entry.reason()) {
      case LEASE_ENDED -> Optional.of("LeaseEnded");
      case HOLDER_GONE -> Optional.of("HolderDisabled");
      case SESSION_ENDED -> Optional.of("SessionEnded");
      case OFFER_ENDED -> Optional.of("OfferEnded");
      case REJECT -> user.equals(entry.actor()) ? Optional.empty() : Optional.of("OfferRejected");
      case TAKE_BACK -> user.equals(entry.actor()) ? Optional.empty() : Optional.of("TakenBack");
      case CREATE,
          ADD,
          PULL,
          MOVE,
          COMPLETE,
          IMPORT,
          RELEASE,
          TRANSFER,
          ACCEPT,
          EDIT,
          CANCEL,
          SEND,
          UNDO ->
          Optional.empty();
    };
  }
}
