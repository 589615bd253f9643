package org.openworkbin.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire to a PostgreSQL server that can be cut at the worst moment: when the server has done what
 * the writer asked and its reply is under way.
 */
public final class CutWire implements AutoCloseable {
  private static final int NOT_ARMED = -1;

  private final ServerSocket listener;
  private final int serverPort;
  private final AtomicInteger repliesUntilCut = new AtomicInteger(NOT_ARMED);
  private final AtomicInteger cuts = new AtomicInteger();

  public CutWire(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Lets that many replies to the writer through, then loses one and cuts the wire. */
  public void cutAfter(int replies) {
    repliesUntilCut.set(replies);
  }

  /** How often it was cut. */
  public int cuts() {
    return cuts.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Wire wire = new Wire(client, server);
        Thread.ofVirtual().start(wire::requests);
        Thread.ofVirtual().start(wire::replies);
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** One connection. */
  private final class Wire {
    private final Socket client;
    private final Socket server;
    private volatile boolean ofWriter;

    Wire(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void requests() {
      try (client;
          server) {
        InputStream from = client.getInputStream();
        OutputStream to = server.getOutputStream();
        byte[] buffer = new byte[65_536];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          if (new String(buffer, 0, n, ISO_8859_1).contains("open-workbin writer")) {
            ofWriter = true;
          }
          to.write(buffer, 0, n);
        }
      } catch (IOException _) {
        // One side is gone; the other follows.
      }
    }

    void replies() {
      try (client;
          server) {
        InputStream from = server.getInputStream();
        OutputStream to = client.getOutputStream();
        byte[] buffer = new byte[65_536];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          if (ofWriter && repliesUntilCut.get() != NOT_ARMED && cutsNow()) {
            cuts.incrementAndGet();
            return;
          }
          to.write(buffer, 0, n);
        }
      } catch (IOException _) {
        // One side is gone; the other follows.
      }
    }

    private boolean cutsNow() {
      return repliesUntilCut.getAndDecrement() == 0;
    }
  }
}
