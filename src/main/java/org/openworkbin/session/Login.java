package org.openworkbin.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.User;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.session.BasicAttempt.Reading;
import org.openworkbin.session.Digests.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Finds out whether credentials are right. Those known to be right cost a digest; others a slow
 * hash, one for the same credentials however many requests bring them at once. A user who does not
 * exist costs as much as one who does. Thread-safe.
 */
@Component
final class Login implements AuthenticationManager {
  private static final Logger LOG = LoggerFactory.getLogger(Login.class);

  private final Directories directories;
  private final Passwords passwords;
  private final PasswordHashes hashes;
  private final VerifiedLogins verified;
  private final WrongTries tries;
  private final Digests digests = new Digests(new SecureRandom());
  private final ConcurrentHashMap<Digest, FutureTask<Optional<LoggedIn>>> underWay =
      new ConcurrentHashMap<>();

  Login(
      Directories directories,
      Passwords passwords,
      PasswordHashes hashes,
      VerifiedLogins verified,
      WrongTries tries) {
    this.directories = directories;
    this.passwords = passwords;
    this.hashes = hashes;
    this.verified = verified;
    this.tries = tries;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    BasicAttempt attempt = (BasicAttempt) request;
    Digest credentials = digests.of(attempt.bytes());
    Optional<LoggedIn> login = verified.find(credentials);
    if (login.isEmpty()) {
      login = check(attempt, credentials);
    }
    return login.orElseThrow(() -> new BadCredentialsException("wrong"));
  }

  /** Checks them, unless somebody else with the same credentials is at it already. */
  private Optional<LoggedIn> check(BasicAttempt attempt, Digest credentials) {
    FutureTask<Optional<LoggedIn>> mine = new FutureTask<>(() -> slowly(attempt, credentials));
    FutureTask<Optional<LoggedIn>> first = underWay.putIfAbsent(credentials, mine);
    if (first != null) {
      return outcome(first);
    }
    try {
      mine.run();
      return outcome(mine);
    } finally {
      underWay.remove(credentials, mine);
    }
  }

  private Optional<LoggedIn> slowly(BasicAttempt attempt, Digest credentials) {
    List<Reading> readings = attempt.readings();
    if (readings.isEmpty()) {
      refused("unreadable credentials", attempt.address());
      return Optional.empty();
    }
    Digest guesser = userAndAddress(readings.getFirst().userName(), attempt.address());
    Optional<Duration> pause = tries.begin(guesser);
    if (pause.isPresent()) {
      refused("too many tries for " + known(readings), attempt.address());
      throw new Refusal.TooManyTries(pause.get()).asException();
    }
    Optional<LoggedIn> login = hash(readings, credentials);
    if (login.isPresent()) {
      tries.right(guesser);
    } else {
      refused("wrong credentials for " + known(readings), attempt.address());
    }
    return login;
  }

  private Optional<LoggedIn> hash(List<Reading> readings, Digest credentials) {
    Directory directory = directories.now();
    Optional<LoggedIn> known = verified.find(credentials);
    if (known.isPresent()) {
      return known;
    }
    for (Reading reading : readings) {
      Optional<User> user = directory.userNamed(reading.userName()).filter(User::enabled);
      Optional<String> his = user.flatMap(someone -> passwords.hashOf(someone.id()));
      boolean right = hashes.matches(reading.password(), his.orElseGet(() -> another(directory)));
      if (right && user.isPresent() && his.isPresent()) {
        LoggedIn login = new LoggedIn(user.get().id(), user.get().userName());
        verified.remember(credentials, login, his.get(), directory.version());
        return Optional.of(login);
      }
    }
    return Optional.empty();
  }

  /** Another user's hash: to compare with it takes as long as if he who was named existed. */
  private String another(Directory directory) {
    return directory.users().stream()
        .flatMap(someone -> passwords.hashOf(someone.id()).stream())
        .findFirst()
        .orElseGet(hashes::nobodys);
  }

  private static Optional<LoggedIn> outcome(FutureTask<Optional<LoggedIn>> check) {
    try {
      return check.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException("a log-in could not be checked", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a log-in was checked", interrupted);
    }
  }

  /** The id, never the name that was sent: people type passwords into the wrong field. */
  private String known(List<Reading> readings) {
    return readings.stream()
        .flatMap(reading -> directories.now().userNamed(reading.userName()).stream())
        .findFirst()
        .map(user -> "user " + user.id().value())
        .orElse("an unknown user");
  }

  private Digest userAndAddress(String userName, String address) {
    return digests.of((address + '\n' + userName).getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String why, String address) {
    LOG.warn("Log-in refused from {}: {}", address, why);
  }
}
