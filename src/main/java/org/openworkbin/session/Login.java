package org.openworkbin.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.User;
import org.openworkbin.http.Caller;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.session.BasicAttempt.Reading;
import org.openworkbin.session.Digests.Digest;
import org.openworkbin.session.WrongTries.Guesser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Finds out whether credentials are right. Those known to be right cost a digest; others a slow
 * hash, one for the same credentials however many requests bring them at once. A user who does not
 * exist costs as much as one who does. Thread-safe.
 */
@Component
final class Login {
  private static final Logger LOG = LoggerFactory.getLogger(Login.class);

  private final Directories directories;
  private final Passwords passwords;
  private final PasswordHashes hashes;
  private final VerifiedLogins verified;
  private final WrongTries tries;
  private volatile Sample anothers = new Sample(-1, "");
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

  /** The user whose credentials they are; throws where they are nobody's. */
  LoggedIn authenticate(BasicAttempt attempt) {
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
    return slowedDown(
        readings.getFirst().userName(),
        attempt.address(),
        () -> known(readings),
        () -> hash(readings, credentials));
  }

  /**
   * Finds out whether somebody who is logged in knows his password.
   *
   * @return what it fits; empty where it is another
   */
  Optional<LoggedIn> prove(Caller caller, String password, String address) {
    return slowedDown(
        caller.userName(),
        address,
        () -> "user " + caller.id().value(),
        () ->
            passwords
                .hashOf(caller.id())
                .filter(hash -> hashes.matches(password, hash))
                .map(hash -> LoggedIn.byPassword(caller.id(), caller.userName(), hash)));
  }

  private Optional<LoggedIn> slowedDown(
      String userName, String address, Supplier<String> who, Supplier<Optional<LoggedIn>> check) {
    Guesser guesser = guesser(userName, address);
    Optional<Duration> pause = tries.begin(guesser);
    if (pause.isPresent()) {
      refused("too many tries for " + who.get(), address);
      throw new Refusal.TooManyTries(pause.get()).asException();
    }
    try {
      Optional<LoggedIn> login = check.get();
      if (login.isPresent()) {
        tries.right(guesser);
      } else {
        tries.wrong(guesser);
        refused("wrong credentials for " + who.get(), address);
      }
      return login;
    } finally {
      tries.ended(guesser);
    }
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
        LoggedIn login = LoggedIn.byPassword(user.get().id(), user.get().userName(), his.get());
        verified.remember(credentials, login, directory.version());
        return Optional.of(login);
      }
    }
    return Optional.empty();
  }

  /**
   * Another user's hash: to compare with it takes as long as if he who was named existed. Looked
   * for once for each version of the directory.
   */
  private String another(Directory directory) {
    Sample sample = anothers;
    if (sample.version() != directory.version()) {
      sample =
          new Sample(
              directory.version(),
              directory.users().stream()
                  .flatMap(someone -> passwords.hashOf(someone.id()).stream())
                  .findFirst()
                  .orElseGet(hashes::nobodys));
      anothers = sample;
    }
    return sample.hash();
  }

  /** The hash of some user of one version of the directory. */
  private record Sample(long version, String hash) {}

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

  private Guesser guesser(String userName, String address) {
    String network = Networks.of(address);
    return new Guesser(
        digest("user\n" + userName),
        digest("address\n" + network),
        digest("both\n" + network + '\n' + userName));
  }

  private Digest digest(String text) {
    return digests.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String why, String address) {
    LOG.warn("Log-in refused from {}: {}", address, why);
  }
}
