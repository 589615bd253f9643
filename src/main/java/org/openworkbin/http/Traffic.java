package org.openworkbin.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Component;

/**
 * When something was last heard of each user: a request of his, or a message on his WebSocket. Kept
 * in memory only, so after a restart nobody has been heard of. Thread-safe.
 */
@Component
public final class Traffic {
  private final InstantSource clock;
  private final ConcurrentMap<UserId, Instant> heard = new ConcurrentHashMap<>();

  public Traffic(InstantSource clock) {
    this.clock = clock;
  }

  /** Something was heard of that user just now. */
  public void heard(UserId user) {
    heard.put(user, clock.instant());
  }

  /** When that user was last heard of, empty for one who was not heard of since the start. */
  public Optional<Instant> lastHeard(UserId user) {
    return Optional.ofNullable(heard.get(user));
  }
}
