package org.openworkbin.push.cometd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A WebSocket spoken by hand over a TCP connection, to see what becomes of that connection. */
final class PlainSocket implements AutoCloseable {
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;

  private final Socket tcp;
  private final DataInputStream in;

  PlainSocket(int port, String user) throws IOException {
    tcp = new Socket(InetAddress.getLoopbackAddress(), port);
    tcp.setSoTimeout(20_000);
    in = new DataInputStream(tcp.getInputStream());
    String request =
        """
        GET /api/v2/notifications HTTP/1.1
        Host: localhost
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Authorization: %s

        """
            .formatted(CometdClient.basic(user))
            .replace("\n", "\r\n");
    tcp.getOutputStream().write(request.getBytes(UTF_8));
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException(head.toString());
    }
  }

  /** Sends a short text, masked with zeroes, which change nothing. */
  void send(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > 125) {
      throw new IllegalArgumentException("too long for a short frame");
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(TEXT);
    frame.write(MASKED | bytes.length);
    frame.writeBytes(new byte[4]);
    frame.writeBytes(bytes);
    tcp.getOutputStream().write(frame.toByteArray());
  }

  /** The next frame's text. */
  String read() throws IOException {
    in.readUnsignedByte();
    int length = in.readUnsignedByte();
    byte[] bytes = new byte[length == 126 ? in.readUnsignedShort() : length];
    in.readFully(bytes);
    return new String(bytes, UTF_8);
  }

  /** Waits until the server has closed the connection. */
  void awaitEnd() throws IOException {
    try {
      while (in.read() >= 0) {
        // What is still under way does not matter.
      }
    } catch (SocketException reset) {
      // Closed, and not gently.
    }
  }

  @Override
  public void close() throws IOException {
    tcp.close();
  }
}
