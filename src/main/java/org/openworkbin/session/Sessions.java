package org.openworkbin.session;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.User;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Component;

/**
 * The HTTP sessions of this process, by the value of their cookie. A session belongs to one user,
 * lives until it was idle for long enough, and ends at once when its user may no longer log in. A
 * user has a bounded number of them; the one idle longest gives way. Thread-safe.
 */
@Component
final class Sessions {
  private static final int PER_USER = 50;
  private static final int ID_BYTES = 32;

  private final Directories directories;
  private final InstantSource clock;
  private final long idleMillis;
  private final SecureRandom random = new SecureRandom();
  private final ConcurrentHashMap<String, Session> sessions = new ConcurrentHashMap<>();

  Sessions(Directories directories, InstantSource clock, SessionSettings settings) {
    this.directories = directories;
    this.clock = clock;
    this.idleMillis = settings.idle().toMillis();
  }

  /** A new session of that user. */
  Session open(LoggedIn login) {
    long now = clock.millis();
    sessions.values().removeIf(session -> now - session.lastHeard() >= idleMillis);
    makeRoom(login.id());
    Session session = new Session(secret(), secret(), login, now);
    sessions.put(session.id(), session);
    return session;
  }

  /** The session with that id, which is alive from now on for another while. */
  Optional<Session> find(String id) {
    Session session = sessions.get(id);
    if (session == null) {
      return Optional.empty();
    }
    long now = clock.millis();
    Optional<User> user = directories.now().user(session.login().id());
    if (now - session.lastHeard() >= idleMillis || user.filter(User::enabled).isEmpty()) {
      sessions.remove(id, session);
      return Optional.empty();
    }
    session.heard(now);
    return Optional.of(session);
  }

  void end(Session session) {
    sessions.remove(session.id(), session);
  }

  private void makeRoom(UserId user) {
    List<Session> his =
        sessions.values().stream()
            .filter(session -> session.login().id().equals(user))
            .sorted(Comparator.comparingLong(Session::lastHeard))
            .toList();
    his.stream().limit(Math.max(0, his.size() - PER_USER + 1)).forEach(this::end);
  }

  private String secret() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
