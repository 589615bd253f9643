package org.openworkbin.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.openworkbin.id.UserId;

/** The CometD sessions that are open. Thread-safe. */
public interface OpenConnections {

  /** All of them, in no order. */
  List<Connection> all();

  /**
   * Ends each that the test is true of: its client is told by Bayeux that it is over, and its
   * WebSocket, where it has one, is closed. Does not wait for the client.
   */
  void endIf(Predicate<Connection> test);

  /**
   * One of them.
   *
   * @param id by which others may know it; worth nothing to who wants to speak in its name
   * @param transport {@code long-polling} or {@code websocket}
   * @param address where it was opened from
   * @param userAgent what opened it, as it calls itself; may be empty
   * @param login the log-in that opened it
   */
  record Connection(
      String id,
      UserId user,
      String transport,
      Instant since,
      Instant lastHeard,
      String address,
      String userAgent,
      LastingLogin login) {}
}
