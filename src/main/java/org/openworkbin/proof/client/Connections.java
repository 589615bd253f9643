package org.openworkbin.proof.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The open connections to one server: as many as there are requests at once. One that rested long
 * is not used again, so that no request meets the moment in which the server closes it.
 */
final class Connections implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_REST = Duration.ofSeconds(10);

  private final String host;
  private final int port;
  private final boolean secure;
  private final Duration patience;
  private final ConcurrentLinkedDeque<Connection> resting = new ConcurrentLinkedDeque<>();

  Connections(URI base, Duration patience) {
    this.secure = base.getScheme().equals("https");
    this.host = base.getHost();
    this.port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
    this.patience = patience;
  }

  /** One that nobody uses. */
  Connection take() throws IOException {
    long oldest = System.nanoTime() - LONGEST_REST.toNanos();
    Connection last = resting.pollFirst();
    while (last != null) {
      if (last.idleSince() - oldest > 0) {
        return last;
      }
      last.close();
      last = resting.pollFirst();
    }
    return open();
  }

  private Connection open() throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      socket.connect(new InetSocketAddress(host, port), (int) CONNECT_LIMIT.toMillis());
      return new Connection(secure ? secured(socket) : socket);
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  private Socket secured(Socket socket) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** Takes one back after a whole answer. */
  void giveBack(Connection connection) {
    if (connection.isReusable()) {
      connection.rest(System.nanoTime());
      resting.addFirst(connection);
    } else {
      connection.close();
    }
  }

  @Override
  public void close() {
    for (Connection each = resting.poll(); each != null; each = resting.poll()) {
      each.close();
    }
  }
}
