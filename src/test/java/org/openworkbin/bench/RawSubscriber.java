package org.openworkbin.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subscriber over WebSocket, spoken by hand, that does little more than count: it opens blocking
 * and is read by somebody's selector from then on.
 */
final class RawSubscriber {
  private static final String TOPIC = "/v2/me/workbins";
  private static final Needle EVENT = new Needle("\"channel\":\"" + TOPIC + "\"");
  private static final Needle CONNECT = new Needle("\"/meta/connect\"");
  private static final Pattern CLIENT_ID = Pattern.compile("\"clientId\":\"([^\"]+)\"");
  private static final byte[] NOTHING = {};
  private static final int TEXT = 0x81;
  private static final int MEDIUM = 126;
  private static final int LONG = 127;

  private final SocketChannel channel;
  private final Tally tally;
  private final String clientId;
  private byte[] rest = NOTHING;

  private RawSubscriber(SocketChannel channel, Tally tally, String clientId) {
    this.channel = channel;
    this.tally = tally;
    this.clientId = clientId;
  }

  /** Opens one that has its first connect answered and a second one held by the server. */
  static RawSubscriber open(int port, String path, String user, Tally tally) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.socket().setTcpNoDelay(true);
    DataInputStream in = new DataInputStream(channel.socket().getInputStream());
    upgrade(channel, in, path, user);
    send(
        channel,
        """
        [{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["websocket"]}]\
        """);
    String answer = text(in);
    Matcher clientId = CLIENT_ID.matcher(answer);
    if (!clientId.find()) {
      throw new IOException(answer);
    }
    RawSubscriber subscriber = new RawSubscriber(channel, tally, clientId.group(1));
    send(
        channel,
        """
        [{"channel":"/meta/subscribe","clientId":"%s","subscription":"%s"}]\
        """
            .formatted(subscriber.clientId, TOPIC));
    text(in);
    subscriber.connect();
    text(in);
    subscriber.connect();
    channel.configureBlocking(false);
    return subscriber;
  }

  private static void upgrade(SocketChannel channel, DataInputStream in, String path, String user)
      throws IOException {
    String credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(ISO_8859_1));
    write(
        channel,
        """
        GET %s HTTP/1.1
        Host: localhost
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Authorization: Basic %s

        """
            .formatted(path, credentials)
            .replace("\n", "\r\n")
            .getBytes(ISO_8859_1));
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException(head.toString());
    }
  }

  SocketChannel channel() {
    return channel;
  }

  /** Takes what has come, by way of bytes that are more than any frame has. */
  void read(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).put(rest);
    if (channel.read(buffer) < 0) {
      channel.close();
      throw new IOException("a server has closed a connection");
    }
    buffer.flip();
    int from = 0;
    for (int size = frame(bytes, from, buffer.limit());
        size > 0;
        size = frame(bytes, from, buffer.limit())) {
      take(bytes, from, from + size);
      from += size;
    }
    rest = from == buffer.limit() ? NOTHING : Arrays.copyOfRange(bytes, from, buffer.limit());
  }

  /** How long the frame there is with its head; 0 where not all of it has come yet. */
  private static int frame(byte[] bytes, int from, int end) {
    if (end - from < 2) {
      return 0;
    }
    int length = bytes[from + 1];
    int head = length == MEDIUM ? 4 : length == LONG ? 10 : 2;
    if (end - from < head) {
      return 0;
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes);
    long payload =
        switch (length) {
          case MEDIUM -> numbers.getShort(from + 2) & 0xFFFF;
          case LONG -> numbers.getLong(from + 2);
          default -> length;
        };
    return head + payload <= end - from ? (int) (head + payload) : 0;
  }

  private void take(byte[] bytes, int from, int end) throws IOException {
    int events = EVENT.count(bytes, from, end);
    if (events > 0) {
      tally.add(events, bytes, from, end);
    } else if (CONNECT.count(bytes, from, end) > 0) {
      connect();
    }
  }

  private void connect() throws IOException {
    send(
        channel,
        """
        [{"channel":"/meta/connect","clientId":"%s","connectionType":"websocket"}]\
        """
            .formatted(clientId));
  }

  /** Sends a text of medium length, masked with zeroes, which change nothing. */
  private static void send(SocketChannel channel, String text) throws IOException {
    byte[] payload = text.getBytes(UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) TEXT);
    if (payload.length < MEDIUM) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | MEDIUM)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    write(channel, bytes);
  }

  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    in.readUnsignedByte();
    int length = in.readUnsignedByte();
    byte[] payload = new byte[length == MEDIUM ? in.readUnsignedShort() : length];
    in.readFully(payload);
    return new String(payload, UTF_8);
  }
}
