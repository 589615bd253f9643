package org.openworkbin.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import org.cometd.common.HashMapMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.testing.DescribedApi;
import org.openworkbin.testing.DescribedApi.Exchange;
import org.openworkbin.testing.DescribedBayeux;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.RawRequest;

/** What is not described is found: the tests of the server rest on that. */
class DescribedApiTest {
  private static final String WORKBIN = "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07";
  private static final String PULL = "{'operationName':'PullChat','id':'0001BaBFVPR20035'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /api/v2/workbins | 200 | {'statusCode':0,'uris':[]}",
        "GET | /api/v2/workbins/?fields=* | 200 | {'statusCode':0,'workbins':[]}",
        "GET | /api/v2/no/such | 404 | {'statusCode':6,'statusMessage':'no'}",
        "DELETE | /api/v2/workbins | 405 | {'statusCode':3,'statusMessage':'no'}",
        "GET | /api/v2/me | 403 | {'statusCode':20,'statusMessage':'no'}",
        "POST | /api/v2/notifications | 200 | [{'channel':'/meta/connect','successful':true}]",
        "POST | /api/v2/echo/1 | 400 | {'statusCode':2,'statusMessage':'no'}",
      })
  void whatIsDescribedIsAccepted(String method, String target, int status, String body) {
    assertThatCode(() -> check(method, target, "", status, body)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /api/v2/no/such | 200 | {'statusCode':0}",
        "GET | /api/v2/workbins | 202 | {'statusCode':0,'uris':[]}",
        "GET | /api/v2/workbins | 200 | {'statusCode':0,'uris':[],'more':1}",
        "GET | /api/v2/workbins | 200 | {'statusCode':0,'uris':[1]}",
        "GET | /api/v2/workbins | 200 | {'statusCode':0}",
        "GET | /api/v2/workbins | 200 | not JSON",
        "GET | /api/v2/workbins/x | 200 | {'statusCode':0,'workbin':{'id':'x','chats':[{'id':'1'}]}}",
        "GET | /api/v2/workbins/x | 200 | {'statusCode':0,'workbin':{'id':'x','size':1}}",
        "GET | /api/v2/me | 404 | {'statusCode':5,'statusMessage':'no'}",
        "GET | /api/v2/me | 403 | {'statusCode':20}",
        "GET | /api/v2/me | 403 | {'statusCode':20,'statusMessage':'no','trace':'x'}",
        "PUT | /api/v2/me | 200 | {'statusCode':0}",
        "POST | /api/v2/notifications | 200 | [{'channel':'/meta/connect','secret':1}]",
        "POST | /api/v2/notifications | 200 | [{'channel':'/v2/me','data':{'messageType':'No'}}]",
        "POST | /api/v2/echo/1 | 400 | {'statusCode':2}",
      })
  void whatIsNotDescribedIsFound(String method, String target, int status, String body) {
    assertThatThrownBy(() -> check(method, target, "", status, body))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("openapi.yaml says something else");
  }

  @Test
  void aRequestThatSucceedsHasToBeDescribedToo() {
    String done = "{'statusCode':0,'referenceId':1}";

    check("POST", WORKBIN, PULL, 200, done);
    check("POST", WORKBIN, PULL.replace("}", ",'nickname':null}"), 200, done);
    assertThatThrownBy(() -> check("POST", WORKBIN, "{'operationName':'PullAll'}", 200, done))
        .hasMessageContaining("request");
    assertThatThrownBy(() -> check("POST", WORKBIN, "{'operationName':'PullChat'}", 200, done))
        .hasMessageContaining("request");
    assertThatThrownBy(
            () -> check("POST", WORKBIN, "{'operationName':'PullChat','id':7}", 200, done))
        .hasMessageContaining("request");
  }

  @Test
  void aHeaderThatIsNotDescribedIsFound() {
    Map<String, String> headers =
        Map.of("content-type", "application/json", "workbin-hold", "12", "etag", "\"1\"");

    assertThatThrownBy(() ->
            DescribedApi.ours()
                .check(
                    new Exchange(
                        "POST",
                        WORKBIN,
                        json(PULL),
                        200,
                        name -> Optional.ofNullable(headers.get(name)),
                        json("{'statusCode':0,'referenceId':1}"))))
        .hasMessageContaining("ETag");
  }

  @Test
  void aMessageThatIsNotDescribedIsFound() {
    String message = "{'messageType':'WorkbinSubscriptionStateChangeMessage','stateResource':'%s'}";

    hear("/v2/me/workbins", message.formatted("Subscribed"));
    assertThatThrownBy(() -> hear("/v2/me/workbins", message.formatted("Lost")))
        .hasMessageContaining("stateResource");
    assertThatThrownBy(() -> hear("/v2/me/chats", message.formatted("Subscribed")))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> hear("/v2/them", message.formatted("Subscribed")))
        .hasMessageContaining("no such topic");
    assertThatThrownBy(() -> hear("/v2/me/workbins", "{'messageType':'Secret'}"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void whatACometdClientReceivesIsLookedAt() {
    DescribedBayeux described = new DescribedBayeux();
    HashMapMessage reply = new HashMapMessage();
    reply.setChannel("/meta/connect");
    described.rcvMeta(null, reply);
    described.check();

    reply.put("secret", 1);
    described.rcvMeta(null, reply);

    assertThatThrownBy(described::check).hasMessageContaining("secret");
  }

  @Test
  void whatComesOverAWebSocketSpokenByHandIsLookedAt() throws IOException {
    assertThat(firstFrame("[{'channel':'/meta/connect'}]")).contains("/meta/connect");
    assertThatThrownBy(() -> firstFrame("[{'channel':'/meta/connect','secret':1}]"))
        .hasMessageContaining("secret");
  }

  @Test
  void whatComesOverATcpConnectionIsLookedAt() {
    String head = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n";
    byte[] request = "nonsense\r\n\r\n".getBytes(UTF_8);
    String right = head + json("{'statusCode':2,'statusMessage':'no'}");
    String wrong = head + json("{'statusCode':2,'statusMessage':'no','trace':'at org'}");

    assertThat(RawRequest.checked(request, right.getBytes(UTF_8)).status()).isEqualTo(400);
    assertThatThrownBy(() -> RawRequest.checked(request, wrong.getBytes(UTF_8)))
        .hasMessageContaining("trace");
  }

  /** What a WebSocket hears of a server that says this. */
  private static String firstFrame(String text) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> say(server, json(text)));
      try (PlainWebSocket socket = new PlainWebSocket(server.getLocalPort(), "ada")) {
        return socket.read();
      }
    }
  }

  private static void say(ServerSocket server, String text) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(UTF_8));
      out.write(new byte[] {(byte) PlainWebSocket.TEXT, (byte) text.length()});
      out.write(text.getBytes(UTF_8));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(
      String method, String target, String request, int status, String answer) {
    DescribedApi.ours()
        .check(
            new Exchange(
                method,
                target,
                json(request),
                status,
                name ->
                    name.equals("content-type")
                        ? Optional.of("application/json")
                        : Optional.empty(),
                json(answer)));
  }

  private static void hear(String channel, String data) {
    DescribedApi.ours().checkBayeux(json("[{'channel':'%s','data':%s}]".formatted(channel, data)));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
