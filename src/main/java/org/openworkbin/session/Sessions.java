package org.openworkbin.session;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Component;

/**
 * The HTTP sessions of this process, by the value of their cookie. A session belongs to one user,
 * lives until it was idle for long enough, and ends at once when its user may no longer log in as
 * he did. A user has at most twenty; the one idle longest gives way. Thread-safe.
 */
@Component
final class Sessions {
  private static final int PER_USER = 20;
  private static final int SECRET_BYTES = 32;

  private final LoginChecks checks;
  private final InstantSource clock;
  private final IdGenerator ids;
  private final long idleMillis;
  private final SecureRandom random = new SecureRandom();
  private final ConcurrentHashMap<String, Session> bySecret = new ConcurrentHashMap<>();

  /** Each list is replaced, never changed. */
  private final ConcurrentHashMap<UserId, List<Session>> byUser = new ConcurrentHashMap<>();

  Sessions(LoginChecks checks, InstantSource clock, IdGenerator ids, SessionSettings settings) {
    this.checks = checks;
    this.clock = clock;
    this.ids = ids;
    this.idleMillis = settings.idle().toMillis();
  }

  /** A new session of that user. */
  Session open(LoggedIn login, Client client) {
    long now = clock.millis();
    all().stream().filter(session -> isIdle(session, now)).forEach(this::remove);
    Session session =
        new Session(
            secret(),
            ids.newUuid().toString(),
            secret(),
            new StandingLogin(checks, login),
            client,
            now);
    bySecret.put(session.secret(), session);
    List<Session> givingWay = new ArrayList<>();
    byUser.merge(
        login.id(),
        List.of(session),
        (his, added) -> {
          givingWay.addAll(longestIdle(his));
          List<Session> more = new ArrayList<>(his);
          more.addAll(added);
          return List.copyOf(more);
        });
    givingWay.forEach(this::remove);
    return session;
  }

  /** The session with that cookie, which is alive from now on for another while. */
  Optional<Session> find(String secret) {
    Session session = bySecret.get(secret);
    if (session == null) {
      return Optional.empty();
    }
    long now = clock.millis();
    if (isIdle(session, now) || !session.standing().isGood()) {
      remove(session);
      return Optional.empty();
    }
    session.heard(now);
    return Optional.of(session);
  }

  /** Ends it, and what lasts of its log-in. */
  void end(Session session) {
    session.standing().end();
    remove(session);
  }

  /** Those that are alive, in no order. */
  List<Session> alive() {
    long now = clock.millis();
    return all().stream()
        .filter(session -> !isIdle(session, now) && session.standing().isGood())
        .toList();
  }

  /** Ends each that the test is true of. */
  void endIf(Predicate<Session> test) {
    all().stream().filter(test).forEach(this::end);
  }

  private List<Session> all() {
    return List.copyOf(bySecret.values());
  }

  private boolean isIdle(Session session, long now) {
    return now - session.lastHeard() >= idleMillis;
  }

  private void remove(Session session) {
    bySecret.remove(session.secret(), session);
    byUser.computeIfPresent(
        session.login().id(),
        (_, his) -> {
          List<Session> less = his.stream().filter(other -> other != session).toList();
          return less.isEmpty() ? null : less;
        });
  }

  private static List<Session> longestIdle(List<Session> his) {
    return his.stream()
        .sorted(Comparator.comparingLong(Session::lastHeard))
        .limit(Math.max(0, his.size() - PER_USER + 1))
        .toList();
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
