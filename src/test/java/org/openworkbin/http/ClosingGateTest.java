package org.openworkbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.RawRequest;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ClosingGateTest {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  @Test
  void aServerThatStopsAnswersWhatIsUnderWayAndTurnsAwayWhatComes() throws Exception {
    TestServer server = TestServer.start(Map.of(), SlowResource.class);
    SlowResource slow = server.part(SlowResource.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Socket open = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      Future<Reply> underWay =
          threads.submit(() -> server.client("ada", "demo").get("/api/v2/slow"));
      assertThat(ask(open).status()).isEqualTo(200);
      slow.entered.await();
      Future<?> stopped = threads.submit(server::close);

      // Without a pause: a connection that brings nothing for a second is closed meanwhile.
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .untilAsserted(() -> {
            RawRequest.Answer away = ask(open);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.header("Connection")).isEqualToIgnoringCase("close");
            assertThat(away.body()).contains("\"statusCode\":4");
          });
      slow.leave.countDown();
      assertThat(underWay.get().status()).isEqualTo(200);
      stopped.get();
    }
  }

  /** Sends a request on a connection that is kept, and reads its answer. */
  private static RawRequest.Answer ask(Socket connection) throws IOException {
    byte[] request = "GET /api/v2/diagnostics/version HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8);
    connection.getOutputStream().write(request);
    InputStream in = connection.getInputStream();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    while (!answer.toString(UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended after " + answer);
      }
      answer.write(next);
    }
    Matcher length = LENGTH.matcher(answer.toString(UTF_8));
    if (length.find()) {
      answer.write(in.readNBytes(Integer.parseInt(length.group(1))));
    }
    return RawRequest.checked(request, answer.toByteArray());
  }

  @RestController
  static class SlowResource {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @GetMapping("/api/v2/slow")
    Answer slow(Caller caller) throws InterruptedException {
      entered.countDown();
      leave.await();
      return Answer.done();
    }
  }
}
