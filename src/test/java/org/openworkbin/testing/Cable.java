package org.openworkbin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** A cable to a server that can be pulled out and plugged in again. */
public final class Cable implements AutoCloseable {
  private final int serverPort;
  private final ServerSocket listener;
  private final Set<Socket> sockets = new HashSet<>();
  private boolean plugged = true;

  /** A cable to the server at that URL on this machine. */
  public Cable(String url) {
    this.serverPort = URI.create(url).getPort();
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The server as it is reached through the cable. */
  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** Cuts every connection, and each that is tried from now on. */
  public synchronized void pull() {
    plugged = false;
    sockets.forEach(Cable::close);
    sockets.clear();
  }

  /** Lets connections through again. */
  public synchronized void plug() {
    plugged = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (isPlugged()) {
          join(client);
        } else {
          close(client);
        }
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void join(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    if (add(client, server)) {
      Thread.ofVirtual().start(() -> carry(client, server));
      Thread.ofVirtual().start(() -> carry(server, client));
    } else {
      close(client);
      close(server);
    }
  }

  private synchronized boolean isPlugged() {
    return plugged;
  }

  /** Whether it is still plugged; if so, {@link #pull} cuts these, too. */
  private synchronized boolean add(Socket client, Socket server) {
    return plugged && sockets.add(client) && sockets.add(server);
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // Cut, or one of them has gone.
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is closed all the same.
    }
  }

  @Override
  public void close() {
    pull();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
