package org.openworkbin.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.session.Digests.Digest;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses: after five wrong log-ins in a row for one user from one address,
 * those two together have to wait, at first a second and each time twice as long, up to a minute.
 * Nobody can lock a user out who comes from elsewhere. The oldest are forgotten when too many are
 * remembered. Thread-safe.
 */
@Component
final class WrongTries {
  private static final int FREE = 5;
  private static final int MAX_DOUBLINGS = 6;
  private static final int REMEMBERED = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final Map<Digest, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);

  WrongTries(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A try begins. It counts as wrong from now on, so that many at once are no way round the wait.
   *
   * @return how long they have to wait instead, if they have to; such a try does not count
   */
  synchronized Optional<Duration> begin(Digest userAndAddress) {
    long now = clock.millis();
    Tries before = tries.get(userAndAddress);
    if (before != null && before.waitUntil() > now) {
      return Optional.of(Duration.ofMillis(before.waitUntil() - now));
    }
    int count = before == null || before.forgottenAt() <= now ? 1 : before.count() + 1;
    long wait = 0;
    if (count >= FREE) {
      Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, MAX_DOUBLINGS));
      wait = (doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST).toMillis();
    }
    tries.put(userAndAddress, new Tries(count, now + wait, now + FORGOTTEN.toMillis()));
    if (tries.size() > REMEMBERED) {
      tries.remove(tries.keySet().iterator().next());
    }
    return Optional.empty();
  }

  /** The try was right: all before it are forgotten. */
  synchronized void right(Digest userAndAddress) {
    tries.remove(userAndAddress);
  }

  private record Tries(int count, long waitUntil, long forgottenAt) {}
}
