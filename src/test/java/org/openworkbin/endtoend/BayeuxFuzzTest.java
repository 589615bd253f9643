package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.endtoend.OddRequests.AS_DAN;
import static org.openworkbin.endtoend.OddRequests.TYPE;
import static org.openworkbin.endtoend.Scraps.broken;
import static org.openworkbin.endtoend.Scraps.quoted;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.PlainWebSocket.Frame;

/**
 * Whatever is sent as Bayeux, by HTTP or over a WebSocket: the answer is a reply, the envelope or a
 * close that blames the sender, and nothing has changed. A failure prints the seed to repeat it
 * with, in {@code @Property(seed = "…")}.
 */
class BayeuxFuzzTest {
  private static final int TRIES = 1_000;
  private static final String SESSION = "SESSION-OF-DAN";
  private static final int INTERNAL_ERROR = 1011;
  private static final byte[] END =
      "[{\"channel\":\"/meta/handshake\",\"id\":\"THE-END\",\"version\":\"1.0\"}]".getBytes(UTF_8);

  private static FuzzTarget target;

  @BeforeContainer
  static void start() {
    target = FuzzTarget.start();
  }

  @AfterContainer
  static void stop() {
    target.close();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void byLongPolling(@ForAll("bayeux") byte[] messages, @ForAll("suffixes") String suffix) {
    String head = "POST /api/v2/notifications" + suffix + " HTTP/1.1\r\n" + AS_DAN + TYPE;
    target.assertWellAnswered(head, inSession(messages));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void byWebSocket(@ForAll("frames") int first, @ForAll("bayeux") byte[] messages)
      throws IOException {
    byte[] sent = inSession(messages);
    String what = Integer.toHexString(first) + " " + new String(sent, UTF_8);
    try (PlainWebSocket socket =
        new PlainWebSocket(URI.create(target.demo().url()).getPort(), "dan")) {
      sendIfOpen(socket, first, sent);
      sendIfOpen(socket, PlainWebSocket.TEXT, END);
      Optional<Frame> frame = socket.next();
      while (frame.isPresent() && !isLast(frame.get())) {
        assertWellAnswered(what, frame.get());
        frame = socket.next();
      }
      frame.ifPresent(last -> assertWellAnswered(what, last));
    }
    target.assertNothingMoved(what);
  }

  private static void sendIfOpen(PlainWebSocket socket, int first, byte[] payload)
      throws IOException {
    try {
      socket.send(first, payload);
    } catch (SocketException closed) {
      // Refused before it was read to its end; the reason may still be there.
    }
  }

  private static boolean isLast(Frame frame) {
    return frame.isClose() || frame.text().contains("THE-END");
  }

  private static void assertWellAnswered(String what, Frame frame) {
    FuzzTarget.assertNoTrace(what, frame.text());
    assertThat(frame.code()).as(what + " " + frame.text()).isNotEqualTo(INTERNAL_ERROR);
  }

  /** Half of the messages speak for a session that there is. */
  private static byte[] inSession(byte[] messages) {
    String text = new String(messages, ISO_8859_1);
    if (!text.contains(SESSION)) {
      return messages;
    }
    String id =
        target
            .demo()
            .client("dan")
            .post("/api/v2/notifications", "[{\"channel\":\"/meta/handshake\"}]")
            .json()
            .get(0)
            .get("clientId")
            .stringValue();
    return text.replace(SESSION, id).getBytes(ISO_8859_1);
  }

  @Provide
  Arbitrary<Integer> frames() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.just(PlainWebSocket.TEXT)),
        // Binary; the beginning of a text, of binary; the end of nothing; close, ping and pong;
        // what is not defined.
        Tuple.of(
            1, Arbitraries.of(0x82, 0x01, 0x02, 0x80, 0x00, 0x88, 0x89, 0x8A, 0x83, 0xC1, 0xF1)));
  }

  @Provide
  Arbitrary<byte[]> bayeux() {
    Arbitrary<String> channel =
        Arbitraries.of(
                "/meta/handshake",
                "/meta/connect",
                "/meta/subscribe",
                "/meta/unsubscribe",
                "/meta/disconnect",
                "/meta/none",
                "/v2/me/workbins",
                "/**",
                "/v2/me/*",
                "/service/x",
                "",
                "/",
                "x")
            .map(Scraps::quoted);
    Arbitrary<String> member =
        Combinators.combine(
                Arbitraries.of(
                    "channel",
                    "clientId",
                    "id",
                    "subscription",
                    "advice",
                    "ext",
                    "data",
                    "version",
                    "minimumVersion",
                    "supportedConnectionTypes",
                    "connectionType",
                    "successful"),
                Arbitraries.oneOf(
                    Scraps.values(), channel, channel.list().ofMaxSize(3).map(String::valueOf)))
            .as((name, value) -> quoted(name) + ":" + value);
    Arbitrary<String> message =
        Combinators.combine(
                channel,
                Arbitraries.of("", ",\"clientId\":" + quoted(SESSION)),
                member.list().ofMaxSize(4))
            .as((to, session, members) ->
                Stream.concat(Stream.of("\"channel\":" + to + session), members.stream())
                    .distinct()
                    .collect(Collectors.joining(",", "{", "}")));
    return broken(
        Arbitraries.oneOf(
            message.list().ofMinSize(1).ofMaxSize(4).map(String::valueOf),
            message,
            Scraps.values(),
            message.map(each -> "[" + (each + ",").repeat(300) + each + "]"),
            message.map(each -> "[" + (each + ",").repeat(60) + each + "]")));
  }

  @Provide
  Arbitrary<String> suffixes() {
    return Arbitraries.of("", "", "", "/", "/connect", "/handshake", "/a/b", "?jsonp=x", "/;x=1");
  }
}
