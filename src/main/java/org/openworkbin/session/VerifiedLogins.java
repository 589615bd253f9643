package org.openworkbin.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openworkbin.session.Digests.Digest;
import org.springframework.stereotype.Component;

/**
 * Credentials that were found right within the last five minutes, as digests. After any change of
 * the contact centre each counts only if its user may still log in with the very same password
 * hash. At most a few per user, since only right ones get in. Thread-safe.
 */
@Component
final class VerifiedLogins {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final LoginChecks checks;
  private final InstantSource clock;
  private final ConcurrentHashMap<Digest, Verified> logins = new ConcurrentHashMap<>();

  VerifiedLogins(LoginChecks checks, InstantSource clock) {
    this.checks = checks;
    this.clock = clock;
  }

  /** Who these credentials are known to belong to. */
  Optional<LoggedIn> find(Digest credentials) {
    Verified verified = logins.get(credentials);
    if (verified == null) {
      return Optional.empty();
    }
    if (clock.millis() >= verified.until() || !verified.standing().isGood()) {
      logins.remove(credentials, verified);
      return Optional.empty();
    }
    return Optional.of(verified.standing().login());
  }

  /** Remembers that they are right, as found under that version of the directory. */
  void remember(Digest credentials, LoggedIn login, long version) {
    Instant now = clock.instant();
    logins.values().removeIf(old -> now.toEpochMilli() >= old.until());
    logins.put(
        credentials,
        new Verified(
            new StandingLogin(checks, login, version), now.plus(REMEMBERED).toEpochMilli()));
  }

  /**
   * One log-in.
   *
   * @param until epoch milliseconds
   */
  private record Verified(StandingLogin standing, long until) {}
}
