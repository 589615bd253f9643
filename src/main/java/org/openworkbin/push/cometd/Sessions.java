package org.openworkbin.push.cometd;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.openworkbin.http.OpenConnections;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Attendance;
import org.openworkbin.push.Connections;
import org.openworkbin.push.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.util.RawValue;

/** The CometD sessions of all users, each reached only by what is for its user. Thread-safe. */
final class Sessions
    implements Connections,
        OpenConnections,
        BayeuxServer.SessionListener,
        BayeuxServer.SubscriptionListener {
  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final BayeuxServerImpl server;
  private final Attendance attendance;
  private final InstantSource clock;
  private final IdGenerator ids;
  private final Gathering gathering;
  private final Goodbyes goodbyes;
  private final ConcurrentMap<UserId, Map<String, Receiver>> byUser = new ConcurrentHashMap<>();

  Sessions(
      BayeuxServerImpl server,
      Attendance attendance,
      InstantSource clock,
      IdGenerator ids,
      Gathering gathering,
      Goodbyes goodbyes) {
    this.server = server;
    this.attendance = attendance;
    this.clock = clock;
    this.ids = ids;
    this.gathering = gathering;
    this.goodbyes = goodbyes;
  }

  /** The sessions of that user. */
  List<ServerSessionImpl> of(UserId user) {
    return receivers(user).values().stream().map(Receiver::session).toList();
  }

  private Map<String, Receiver> receivers(UserId user) {
    return byUser.getOrDefault(user, Map.of());
  }

  private Optional<Receiver> receiver(ServerSession session) {
    return RequestUser.of(session).map(user -> receivers(user).get(session.getId()));
  }

  @Override
  public Letter letter(Notice notice) {
    ServerMessage.Mutable message = server.newMessage();
    message.setChannel(notice.topic().channel());
    message.setData(new RawValue(notice.data()));
    server.freeze(message);
    return user -> {
      for (Receiver receiver : receivers(user).values()) {
        try {
          receiver.deliver(notice.topic(), message);
        } catch (RuntimeException e) {
          log.warn("A message could not be queued for one session", e);
        }
      }
    };
  }

  @Override
  public void close(UserId user) {
    of(user).forEach(ServerSession::disconnect);
  }

  @Override
  public void dismiss(UserId user, Runnable last) {
    List<ServerSessionImpl> sessions = of(user);
    sessions.forEach(ServerSession::startBatch);
    try {
      last.run();
      of(user).forEach(goodbyes::say);
    } finally {
      sessions.forEach(ServerSession::endBatch);
    }
  }

  @Override
  public List<Connection> all() {
    return byUser.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().values().stream().map(receiver -> receiver.connection(entry.getKey())))
        .toList();
  }

  @Override
  public void endIf(Predicate<Connection> test) {
    byUser.forEach((user, receivers) -> {
      for (Receiver receiver : receivers.values()) {
        if (test.test(receiver.connection(user))) {
          receiver.session().disconnect();
        }
      }
    });
  }

  @Override
  public void sessionAdded(ServerSession session, ServerMessage message) {
    RequestUser.of(session).ifPresent(user -> add(user, (ServerSessionImpl) session, message));
  }

  private void add(UserId user, ServerSessionImpl session, ServerMessage handshake) {
    // First: who leaves was there, whether he is shown out at once or what follows here fails.
    attendance.came(user);
    Opening opening = Opening.by(handshake, ids.newUuid().toString(), clock);
    Receiver receiver = new Receiver(session, opening, clock, gathering);
    session.addExtension(opening);
    session.addListener(new SlowClientCut());
    byUser.merge(
        user,
        Map.of(session.getId(), receiver),
        (old, added) -> {
          Map<String, Receiver> more = new ConcurrentHashMap<>(old);
          more.putAll(added);
          return more;
        });
    // What the user's log-in lost in between did not find this session yet.
    if (!Opening.isGood(handshake.getBayeuxContext())) {
      server.execute(session::disconnect);
    }
  }

  @Override
  public void sessionRemoved(ServerSession session, ServerMessage message, boolean timeout) {
    RequestUser.of(session)
        .ifPresent(user -> {
          byUser.computeIfPresent(
              user,
              (_, old) -> {
                Map<String, Receiver> less = new ConcurrentHashMap<>(old);
                less.remove(session.getId());
                return less.isEmpty() ? null : less;
              });
          attendance.left(user);
        });
  }

  @Override
  public void subscribed(ServerSession session, ServerChannel channel, ServerMessage message) {
    receiver(session).ifPresent(Receiver::refreshTopics);
  }

  @Override
  public void unsubscribed(ServerSession session, ServerChannel channel, ServerMessage message) {
    receiver(session).ifPresent(Receiver::refreshTopics);
  }
}
