package org.openworkbin.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/**
 * The seating: who sits where by a contact-centre session, which the store keeps, or on his default
 * place. A place has one sitter at most. Of several agents without a session who share a default
 * place, the first by user name sits there. Thread-safe; reading costs no query.
 */
public final class Seats implements Seating {
  private final Directories directories;
  private final SeatStore store;

  /** Keeps the copy in the order of the store's changes; the facts are the store's. */
  private final ReentrantLock order = new ReentrantLock();

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private volatile Sessions sessions;

  public Seats(Directories directories, SeatStore store) {
    this.directories = directories;
    this.store = store;
    this.sessions = Sessions.of(store.load());
  }

  /**
   * Seats him where his new session says, which may be nowhere. Whoever a session put on that place
   * keeps his session and sits nowhere from now on. The place has to exist.
   *
   * @return whoever that is; never the user himself
   */
  public Optional<UserId> take(UserId user, Optional<PlaceId> place) {
    return change(() -> {
      Optional<UserId> before = place.map(sessions.sitterAt()::get);
      store.take(user, place);
      return before.filter(sitter -> !sitter.equals(user));
    });
  }

  /** Ends his session: from now on his default place counts again. */
  public void leave(UserId user) {
    change(() -> {
      store.leave(user);
      return user;
    });
  }

  /** Everybody who has a contact-centre session. */
  public Set<UserId> atWork() {
    return sessions.placeOf().keySet();
  }

  /** Whether he has a contact-centre session. */
  public boolean hasSession(UserId user) {
    return sessions.placeOf().containsKey(user);
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public Optional<PlaceId> placeOf(UserId user) {
    Sessions current = sessions;
    Optional<PlaceId> taken = current.placeOf().get(user);
    Directory directory = directories.now();
    if (taken != null) {
      return taken.filter(place -> directory.place(place).isPresent());
    }
    return directory
        .user(user)
        .flatMap(User::defaultPlace)
        .filter(place -> sitterAt(current, place).filter(user::equals).isPresent());
  }

  @Override
  public Optional<UserId> sitterAt(PlaceId place) {
    return sitterAt(sessions, place);
  }

  private Optional<UserId> sitterAt(Sessions current, PlaceId place) {
    UserId taker = current.sitterAt().get(place);
    if (taker != null) {
      return Optional.of(taker);
    }
    for (User user : directories.now().usersByDefaultPlace(place)) {
      if (user.enabled() && !current.placeOf().containsKey(user.id())) {
        return Optional.of(user.id());
      }
    }
    return Optional.empty();
  }

  private <T> T change(Supplier<T> stored) {
    order.lock();
    try {
      T result = stored.get();
      sessions = Sessions.of(store.load());
      listeners.forEach(Runnable::run);
      return result;
    } finally {
      order.unlock();
    }
  }

  /** Everybody's session, both ways round. */
  private record Sessions(Map<UserId, Optional<PlaceId>> placeOf, Map<PlaceId, UserId> sitterAt) {

    static Sessions of(Map<UserId, Optional<PlaceId>> places) {
      Map<PlaceId, UserId> sitters = new HashMap<>();
      places.forEach((user, taken) -> taken.ifPresent(place -> sitters.put(place, user)));
      return new Sessions(Map.copyOf(places), Map.copyOf(sitters));
    }
  }
}
