package org.openworkbin.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/** Seats that last as long as the test. */
final class MemorySeatStore implements SeatStore {
  private final Map<UserId, Optional<PlaceId>> seats = new HashMap<>();

  @Override
  public Map<UserId, Optional<PlaceId>> load() {
    return Map.copyOf(seats);
  }

  @Override
  public void take(UserId user, Optional<PlaceId> place) {
    seats.replaceAll((_, taken) -> taken.equals(place) ? Optional.empty() : taken);
    seats.put(user, place);
  }

  @Override
  public void leave(UserId user) {
    seats.remove(user);
  }
}
