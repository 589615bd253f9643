package org.openworkbin.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.session.Digests.Digest;

/**
 * How often each did something wrong, and how long it has to wait for it: after some that are free,
 * a second, and each time twice as long. Forgotten after a quarter of an hour without any; the
 * oldest when too many are remembered. Thread-safe.
 */
final class Counters {
  private static final int REMEMBERED = 10_000;
  private static final int MAX_DOUBLINGS = 6;
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final int free;
  private final Duration longest;
  private final Map<Digest, Count> counts = new LinkedHashMap<>(16, 0.75f, true);

  Counters(InstantSource clock, int free, Duration longest) {
    this.clock = clock;
    this.free = free;
    this.longest = longest;
  }

  /** How long it has to wait now, if it has to. */
  synchronized Optional<Duration> pause(Digest who) {
    Count before = counts.get(who);
    long now = clock.millis();
    return before != null && before.waitUntil() > now
        ? Optional.of(Duration.ofMillis(before.waitUntil() - now))
        : Optional.empty();
  }

  /** The same, and counts one where it need not wait. */
  synchronized Optional<Duration> pauseOrCount(Digest who) {
    Optional<Duration> pause = pause(who);
    if (pause.isEmpty()) {
      count(who);
    }
    return pause;
  }

  synchronized void count(Digest who) {
    long now = clock.millis();
    Count before = counts.get(who);
    int number = before == null || before.forgottenAt() <= now ? 1 : before.number() + 1;
    long wait = 0;
    if (number >= free) {
      Duration doubled = Duration.ofSeconds(1L << Math.min(number - free, MAX_DOUBLINGS));
      wait = (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis();
    }
    counts.put(who, new Count(number, now + wait, now + FORGOTTEN.toMillis()));
    if (counts.size() > REMEMBERED) {
      counts.remove(counts.keySet().iterator().next());
    }
  }

  synchronized void forget(Digest who) {
    counts.remove(who);
  }

  private record Count(int number, long waitUntil, long forgottenAt) {}
}
