package org.openworkbin.session;

import java.time.Instant;
import java.util.Optional;
import org.openworkbin.http.OpenConnections.Connection;
import org.openworkbin.id.UserId;

/**
 * A session of either kind, as administrators see it.
 *
 * @param id by which it is listed and ended; no secret
 * @param transport of a CometD session; empty for an HTTP session
 * @param httpSession the id of the HTTP session that a CometD session was opened with
 */
record OpenSession(
    String id,
    UserId user,
    Optional<String> transport,
    Optional<String> httpSession,
    Instant since,
    Instant lastHeard,
    Client client) {

  static OpenSession of(Session session) {
    return new OpenSession(
        session.id(),
        session.login().id(),
        Optional.empty(),
        Optional.empty(),
        Instant.ofEpochMilli(session.openedAt()),
        Instant.ofEpochMilli(session.lastHeard()),
        session.client());
  }

  static OpenSession of(Connection connection) {
    return new OpenSession(
        connection.id(),
        connection.user(),
        Optional.of(connection.transport()),
        connection.login().session(),
        connection.since(),
        connection.lastHeard(),
        new Client(connection.address(), connection.userAgent()));
  }
}
