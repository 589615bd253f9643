package org.openworkbin.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openworkbin.directory.Directories;
import org.openworkbin.http.OpenConnections;
import org.openworkbin.http.OpenConnections.Connection;
import org.openworkbin.id.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * What is open of everybody: HTTP sessions and the CometD sessions beside them. Those whose users
 * could not log in any more as they did are ended after each change of the contact centre.
 * Thread-safe.
 */
@Service
class OpenSessions implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

  private final Sessions sessions;
  private final List<OpenConnections> connections;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final ExecutorService later =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("session-check").factory());

  OpenSessions(
      Sessions sessions, ObjectProvider<OpenConnections> connections, Directories directories) {
    this.sessions = sessions;
    this.connections = connections.orderedStream().toList();
    directories.onChange(this::lookSoon);
  }

  /** What is open, that which was opened last at the end. */
  List<OpenSession> all() {
    return Stream.concat(
            sessions.alive().stream().map(OpenSession::of),
            connections.stream().flatMap(some -> some.all().stream()).map(OpenSession::of))
        .sorted(Comparator.comparing(OpenSession::since).thenComparing(OpenSession::id))
        .toList();
  }

  /** The one with that public id. */
  Optional<OpenSession> find(String id) {
    return all().stream().filter(session -> session.id().equals(id)).findFirst();
  }

  /** Ends one, and with an HTTP session the CometD sessions that were opened with its cookie. */
  void end(OpenSession session) {
    sessions.endIf(each -> each.id().equals(session.id()));
    endConnectionsIf(each ->
        each.id().equals(session.id())
            || each.login().session().filter(session.id()::equals).isPresent());
  }

  /** Ends all of that user, but for one HTTP session and what was opened with its cookie. */
  void endAll(UserId user, Optional<Session> except) {
    Optional<String> spared = except.map(Session::id);
    sessions.endIf(
        each -> each.login().id().equals(user) && !spared.equals(Optional.of(each.id())));
    endConnectionsIf(each ->
        each.user().equals(user) && (spared.isEmpty() || !spared.equals(each.login().session())));
  }

  private void endConnectionsIf(Predicate<Connection> test) {
    connections.forEach(some -> some.endIf(test));
  }

  /** To look needs the store, and who has changed something must not wait for that. */
  private void lookSoon() {
    if (looking.compareAndSet(false, true)) {
      try {
        later.execute(this::look);
      } catch (RejectedExecutionException stopping) {
        // The server stops, and all sessions with it.
      }
    }
  }

  private void look() {
    looking.set(false);
    try {
      sessions.endIf(each -> !each.standing().isGood());
      endConnectionsIf(each -> !each.login().isGood());
    } catch (RuntimeException e) {
      LOG.warn("Sessions could not be looked through; each is when it is used next", e);
    }
  }

  @Override
  public void destroy() {
    later.shutdownNow();
  }
}
