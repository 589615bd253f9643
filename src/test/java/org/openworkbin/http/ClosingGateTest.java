package org.openworkbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ClosingGateTest {

  @Test
  void aServerThatStopsAnswersWhatIsUnderWayAndTurnsAwayWhatComes() throws Exception {
    TestServer server = TestServer.start(Map.of(), SlowResource.class);
    SlowResource slow = server.part(SlowResource.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Socket open = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      Future<Reply> underWay =
          threads.submit(() -> server.client("ada", "demo").get("/api/v2/slow"));
      assertThat(ask(open)).startsWith("HTTP/1.1 200").contains("\"statusCode\":0");
      slow.entered.await();
      Future<?> stopped = threads.submit(server::close);

      Awaitility.await()
          .untilAsserted(() ->
              assertThat(ask(open))
                  .startsWith("HTTP/1.1 503")
                  .containsIgnoringCase("connection: close")
                  .contains("\"statusCode\":4"));
      slow.leave.countDown();
      assertThat(underWay.get().status()).isEqualTo(200);
      stopped.get();
    }
  }

  /** Sends a request on a connection that is kept, and returns the whole answer. */
  private static String ask(Socket connection) throws IOException {
    connection
        .getOutputStream()
        .write("GET /api/v2/diagnostics/version HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
    StringBuilder answer = new StringBuilder();
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      answer.append(line).append('\n');
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    for (int i = 0; i < length; i++) {
      answer.append((char) in.read());
    }
    return answer.toString();
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
