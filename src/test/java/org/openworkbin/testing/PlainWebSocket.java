package org.openworkbin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Base64;
import java.util.Optional;

/**
 * A WebSocket spoken by hand over a TCP connection: to send what no client would send, and to see
 * what becomes of the connection.
 */
public final class PlainWebSocket implements AutoCloseable {
  /** The first byte of a text in one frame. */
  public static final int TEXT = 0x81;

  private static final int CLOSE = 0x88;
  private static final int MASKED = 0x80;
  private static final int SHORT = 125;
  private static final int MEDIUM = 126;
  private static final int LONG = 127;

  private final Socket tcp;
  private final DataInputStream in;

  /** Opens one to a server on this machine, with the credentials of a user of the demo. */
  public PlainWebSocket(int port, String user) throws IOException {
    this(
        port,
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(UTF_8)));
  }

  /** Opens one with that header. */
  public PlainWebSocket(int port, String header, String value) throws IOException {
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
        %s: %s

        """
            .formatted(header, value)
            .replace("\n", "\r\n");
    tcp.getOutputStream().write(request.getBytes(UTF_8));
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException(head.toString());
    }
    RawRequest.checked(request.getBytes(UTF_8), head.toString().getBytes(UTF_8));
  }

  /** Sends a text. */
  public void send(String text) throws IOException {
    send(TEXT, text.getBytes(UTF_8));
  }

  /** Sends a frame that begins with that byte, masked with zeroes, which change nothing. */
  public void send(int first, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(frame);
    out.writeByte(first);
    if (payload.length <= SHORT) {
      out.writeByte(MASKED | payload.length);
    } else if (payload.length <= 0xFFFF) {
      out.writeByte(MASKED | MEDIUM);
      out.writeShort(payload.length);
    } else {
      out.writeByte(MASKED | LONG);
      out.writeLong(payload.length);
    }
    out.writeInt(0);
    out.write(payload);
    tcp.getOutputStream().write(frame.toByteArray());
  }

  /** The next frame's text. */
  public String read() throws IOException {
    return next().orElseThrow().text();
  }

  /** The next frame, which is waited for; empty where the connection ends without one. */
  public Optional<Frame> next() throws IOException {
    try {
      int first = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      long size =
          switch (length) {
            case MEDIUM -> in.readUnsignedShort();
            case LONG -> in.readLong();
            default -> length;
          };
      byte[] payload = new byte[Math.toIntExact(size)];
      in.readFully(payload);
      Frame frame = new Frame(first, payload);
      if (first == TEXT) {
        DescribedApi.ours().checkBayeux(frame.text());
      }
      return Optional.of(frame);
    } catch (EOFException | SocketException over) {
      return Optional.empty();
    }
  }

  /** Waits until the server has closed the connection. */
  public void awaitEnd() throws IOException {
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

  /** What the server sent. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Frame(int first, byte[] payload) {

    /** Whether the server ends the conversation with it. */
    public boolean isClose() {
      return first == CLOSE;
    }

    /** Why the server ends it, 0 where it does not say or goes on. */
    public int code() {
      return !isClose() || payload.length < 2
          ? 0
          : Byte.toUnsignedInt(payload[0]) * 256 + Byte.toUnsignedInt(payload[1]);
    }

    /** The payload as a text; that of a close without its code. */
    public String text() {
      int from = isClose() ? Math.min(2, payload.length) : 0;
      return new String(payload, from, payload.length - from, UTF_8);
    }
  }
}
