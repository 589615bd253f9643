package org.openworkbin.directory;

import java.util.Optional;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/**
 * Who sits where. With a contact-centre session an agent sits where the session says, which may be
 * nowhere; without one on his default place, unless somebody else sits there. Thread-safe.
 */
public interface Seating {

  /** The place he sits at. */
  Optional<PlaceId> placeOf(UserId user);

  /** Who sits at that place. */
  Optional<UserId> sitterAt(PlaceId place);

  /**
   * Calls {@code listener} after each change of who has a contact-centre session, when it is in
   * force, on the thread that made it; it must not block or throw.
   */
  default void onChange(Runnable listener) {}
}
