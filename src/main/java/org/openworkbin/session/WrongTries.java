package org.openworkbin.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openworkbin.session.Digests.Digest;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, and nobody else as far as the two can be told apart.
 *
 * <ul>
 *   <li>After five wrong log-ins in a row for one user from one address, those two together have to
 *       wait, at first a second and each time twice as long, up to a minute.
 *   <li>After fifty for one user from anywhere, or a hundred from one address for anybody, every
 *       further one there has to wait up to five seconds; but not a user at an address from which
 *       he logged in before. So nobody can keep him out who does not sit where he sits, and a
 *       guesser who has many addresses, or tries few passwords on many users, gets no further.
 *   <li>Of those who come from one address for the first time, some hundred are checked at once.
 * </ul>
 *
 * Kept in memory, the last ten thousand of each kind. Thread-safe.
 */
@Component
final class WrongTries {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LONGEST_FOR_MANY = Duration.ofSeconds(5);
  private static final Duration CROWDED = Duration.ofSeconds(1);

  /** More than the agents of a site who come back at once, less than fills the queue of hashes. */
  private static final int AT_ONCE = 250;

  private final Counters together;
  private final Counters users;
  private final Counters addresses;
  private final ConcurrentMap<Digest, Integer> underWay = new ConcurrentHashMap<>();
  private final RecentDigests known = new RecentDigests();

  WrongTries(InstantSource clock) {
    this.together = new Counters(clock, 5, LONGEST);
    this.users = new Counters(clock, 50, LONGEST_FOR_MANY);
    this.addresses = new Counters(clock, 100, LONGEST_FOR_MANY);
  }

  /**
   * A try begins; unless it has to wait, {@link #ended} has to be called. For user and address
   * together it counts as wrong from now on, so that many at once are no way round the wait.
   *
   * @return how long they have to wait instead, if they have to; such a try does not count
   */
  Optional<Duration> begin(Guesser guesser) {
    if (!known.contains(guesser.together())) {
      Optional<Duration> pause =
          users.pause(guesser.user()).or(() -> addresses.pause(guesser.address()));
      if (pause.isPresent()) {
        return pause;
      }
    }
    Optional<Duration> pause = together.pauseOrCount(guesser.together());
    if (pause.isEmpty()
        && underWay.merge(guesser.address(), 1, Integer::sum) > AT_ONCE
        && !known.contains(guesser.together())) {
      ended(guesser);
      return Optional.of(CROWDED);
    }
    return pause;
  }

  /** A try that began has ended, however. */
  void ended(Guesser guesser) {
    underWay.computeIfPresent(guesser.address(), (_, count) -> count > 1 ? count - 1 : null);
  }

  /** The try was right: all before it of that user from that address are forgotten. */
  void right(Guesser guesser) {
    together.forget(guesser.together());
    known.add(guesser.together());
  }

  /** The try was wrong. */
  void wrong(Guesser guesser) {
    if (!known.contains(guesser.together())) {
      users.count(guesser.user());
      addresses.count(guesser.address());
    }
  }

  /** Who tries, as digests: of the name, of where he comes from, and of both. */
  record Guesser(Digest user, Digest address, Digest together) {}
}
