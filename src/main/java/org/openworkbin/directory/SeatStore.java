package org.openworkbin.directory;

import java.util.Map;
import java.util.Optional;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/** Keeps who has a contact-centre session, and on which place, over a restart. Thread-safe. */
public interface SeatStore {

  /** Where everybody with a session sits; an empty place is a session without one. */
  Map<UserId, Optional<PlaceId>> load();

  /** Puts him there, in the place of whoever a session put there before. */
  void take(UserId user, Optional<PlaceId> place);

  /** Ends his session; nothing happens where he had none. */
  void leave(UserId user);
}
