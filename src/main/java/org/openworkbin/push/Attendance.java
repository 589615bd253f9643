package org.openworkbin.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openworkbin.id.UserId;

/**
 * Who has a session at the moment, and since when everybody else has none. Kept up to date by what
 * carries the sessions. Thread-safe.
 */
public final class Attendance {
  private final InstantSource clock;
  private final Instant start;
  private final ConcurrentMap<UserId, Integer> sessions = new ConcurrentHashMap<>();
  private final ConcurrentMap<UserId, Instant> left = new ConcurrentHashMap<>();

  public Attendance(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  /** A session of that user began. */
  public void came(UserId user) {
    sessions.merge(user, 1, Integer::sum);
  }

  /** A session of that user ended. */
  public void left(UserId user) {
    sessions.computeIfPresent(
        user,
        (_, count) -> {
          left.put(user, clock.instant());
          return count > 1 ? count - 1 : null;
        });
  }

  /** Whether anybody at all has a session. */
  public boolean anybody() {
    return !sessions.isEmpty();
  }

  /** Whether that user has a session. */
  public boolean isPresent(UserId user) {
    return sessions.containsKey(user);
  }

  /** The users who have a session, as a view that follows them. */
  public Set<UserId> present() {
    return sessions.keySet();
  }

  /**
   * Since when that user has no session, empty where he has one; since the start of this server for
   * somebody who has not been here.
   */
  public Optional<Instant> absentSince(UserId user) {
    return isPresent(user) ? Optional.empty() : Optional.of(left.getOrDefault(user, start));
  }
}
