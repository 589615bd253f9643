package org.openworkbin.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.User;
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

  private final Directories directories;
  private final Passwords passwords;
  private final InstantSource clock;
  private final ConcurrentHashMap<Digest, Verified> logins = new ConcurrentHashMap<>();

  VerifiedLogins(Directories directories, Passwords passwords, InstantSource clock) {
    this.directories = directories;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Who these credentials are known to belong to. */
  Optional<LoggedIn> find(Digest credentials) {
    Verified verified = logins.get(credentials);
    if (verified == null) {
      return Optional.empty();
    }
    Directory now = directories.now();
    if (clock.millis() >= verified.until()) {
      logins.remove(credentials, verified);
      return Optional.empty();
    }
    if (verified.version() != now.version() && !stillRight(credentials, verified, now)) {
      return Optional.empty();
    }
    return Optional.of(verified.login());
  }

  /** Remembers that they are right, as found by that hash under that version of the directory. */
  void remember(Digest credentials, LoggedIn login, String hash, long version) {
    Instant now = clock.instant();
    logins.values().removeIf(old -> now.toEpochMilli() >= old.until());
    logins.put(
        credentials, new Verified(login, hash, version, now.plus(REMEMBERED).toEpochMilli()));
  }

  private boolean stillRight(Digest credentials, Verified verified, Directory now) {
    Optional<User> user = now.user(verified.login().id());
    boolean right =
        user.isPresent()
            && user.get().enabled()
            && user.get().userName().equals(verified.login().userName())
            && passwords.hashOf(user.get().id()).filter(verified.hash()::equals).isPresent();
    if (right) {
      logins.replace(credentials, verified, verified.at(now.version()));
    } else {
      logins.remove(credentials, verified);
    }
    return right;
  }

  /**
   * One log-in.
   *
   * @param hash by which the password was found right
   * @param version of the directory for which that holds
   * @param until epoch milliseconds
   */
  private record Verified(LoggedIn login, String hash, long version, long until) {
    Verified at(long newVersion) {
      return new Verified(login, hash, newVersion, until);
    }
  }
}
