package org.openworkbin.testing;

import java.util.Optional;
import org.openworkbin.directory.Seating;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/** An empty office. */
public final class NobodySits implements Seating {

  @Override
  public Optional<PlaceId> placeOf(UserId user) {
    return Optional.empty();
  }

  @Override
  public Optional<UserId> sitterAt(PlaceId place) {
    return Optional.empty();
  }
}
