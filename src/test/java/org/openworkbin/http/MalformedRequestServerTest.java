package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.testing.EchoResource;
import org.openworkbin.testing.RawRequest;
import org.openworkbin.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Whatever comes in on the socket: an envelope goes out, and never a 5xx. */
class MalformedRequestServerTest {
  private static final String ADA =
      "Host: x\r\nConnection: close\r\nAuthorization: Basic "
          + Base64.getEncoder().encodeToString("ada:demo".getBytes(StandardCharsets.UTF_8))
          + "\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("spring.profiles.active", "echo"), EchoResource.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /api/v2/%zz HTTP/1.1 | 400 | 2",
        "GET /api/v2/%00 HTTP/1.1 | 400 | 2",
        "GET /api/v2/%ff%fe HTTP/1.1 | 400 | 2",
        "GET /api/v2/me?a=%zz HTTP/1.1 | 400 | 2",
        "GET /api/v2/me?subresources=%C3%28 HTTP/1.1 | 400 | 2",
        "GET /api/v2/me;x=1 HTTP/1.1 | 400 | 2",
        "GET /api/v2//me HTTP/1.1 | 400 | 2",
        "GET /api/v2/../me HTTP/1.1 | 400 | 2",
        "GET /api/v2/%2e%2e/me HTTP/1.1 | 400 | 2",
        "GET /api/v2/a%2fb HTTP/1.1 | 400 | 2",
        "GET /api/v2/me#x HTTP/1.1 | 400 | 2",
        "GET /../../etc/passwd HTTP/1.1 | 400 | 2",
        "GET api/v2/me HTTP/1.1 | 400 | 2",
        "GET  HTTP/1.1 | 400 | 2",
        "GET / HTTP/1.1 | 404 | 6",
        "GET /error HTTP/1.1 | 404 | 6",
        "GET /index.html HTTP/1.1 | 404 | 6",
        "GET /WEB-INF/web.xml HTTP/1.1 | 404 | 6",
        "GET /api HTTP/1.1 | 404 | 6",
        "GET /api/v2 HTTP/1.1 | 404 | 6",
        "GET /api/v2/ HTTP/1.1 | 404 | 6",
        "GET /api/v2x/me HTTP/1.1 | 404 | 6",
        "GET /api/v2/nothing/here HTTP/1.1 | 404 | 6",
        "GET /api/v2/echo/1 HTTP/1.1 | 405 | 3",
        "BREW /api/v2/echo/1 HTTP/1.1 | 405 | 3",
        "PATCH /api/v2/me HTTP/1.1 | 405 | 3",
        "TRACE /api/v2/me HTTP/1.1 | 405 | 3",
        "CONNECT /api/v2/me HTTP/1.1 | 400 | 2",
        "get /api/v2/me HTTP/1.1 | 405 | 3",
        "GET /api/v2/me HTTP/7.7 | 400 | 2",
        "GET /api/v2/me HTTP/0.9 | 400 | 2",
        "nonsense | 400 | 2"
      })
  void aRequestLineIsUnderstoodOrRefused(String line, int httpStatus, int statusCode) {
    expect(line + "\r\n" + ADA + "\r\n", httpStatus, statusCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{ | 400 | 2",
        "[] | 400 | 2",
        "null | 400 | 2",
        "{\"operationName\":\"a\",\"operationName\":\"b\"} | 400 | 2",
        "{\"id\":\"1\"} | 400 | 1",
        "{\"operationName\":null} | 400 | 1",
        "{\"operationName\":\"\"} | 400 | 1",
        "{\"operationName\":7} | 400 | 2",
        "{\"operationName\":\"a\",\"id\":[]} | 400 | 2",
        "{\"operationName\":\"\\u0000\"} | 400 | 1",
        "{\"operationName\":\"a\u00ff\",\"id\":\"1\"} | 400 | 2"
      })
  void aBodyIsUnderstoodOrRefused(String body, int httpStatus, int statusCode) {
    expect(
        "POST /api/v2/echo/1 HTTP/1.1\r\n"
            + ADA
            + JSON
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body,
        httpStatus,
        statusCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: nine | 400 | 2",
        "Content-Length: -1 | 400 | 2",
        "Content-Length: 99999999999999999999 | 400 | 2",
        "Content-Length: 1048577 | 413 | 10",
        "Content-Length: 1\\r\\nContent-Length: 2 | 400 | 2",
        "Content-Length: 2\\r\\nTransfer-Encoding: chunked | 400 | 2",
        "Transfer-Encoding: gzip | 400 | 2",
        "Transfer-Encoding: chunked\\r\\n\\r\\nzz | 400 | 2",
        "Content-Type: text/plain\\r\\nContent-Length: 2\\r\\n\\r\\n{} | 415 | 10",
        "Content-Type: application/xml\\r\\nContent-Length: 2\\r\\n\\r\\n{} | 415 | 10",
        "Content-Type: application/json;charset=utf-16\\r\\nContent-Length: 2\\r\\n\\r\\n{} | 415 | 10",
        "Content-Type: ;;;\\r\\nContent-Length: 2\\r\\n\\r\\n{} | 415 | 10",
        "Content-Length: 2\\r\\n\\r\\n{} | 415 | 10",
        "Bad Header: x | 400 | 2",
        "X: a\\0b | 400 | 2",
        "Expect: something | 417 | 2"
      })
  void headersAreUnderstoodOrRefused(String headers, int httpStatus, int statusCode) {
    expect(
        "POST /api/v2/echo/1 HTTP/1.1\r\n"
            + ADA
            + headers.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0")
            + "\r\n\r\n",
        httpStatus,
        statusCode);
  }

  @ParameterizedTest
  @CsvSource({"7000, 404, 6", "20000, 431, 10"})
  void headersHaveABound(int length, int httpStatus, int statusCode) {
    expect(
        "GET /api/v2/x HTTP/1.1\r\n" + ADA + "X: " + "y".repeat(length) + "\r\n\r\n",
        httpStatus,
        statusCode);
  }

  @ParameterizedTest
  @CsvSource({"20000, 414, 10"})
  void aUrlHasABound(int length, int httpStatus, int statusCode) {
    expect(
        "GET /api/v2/" + "y".repeat(length) + " HTTP/1.1\r\n" + ADA + "\r\n",
        httpStatus,
        statusCode);
  }

  @ParameterizedTest
  @CsvSource({"1048000, 400, 1", "1048577, 413, 10", "3000000, 413, 10"})
  void aBodyInChunksHasABound(int length, int httpStatus, int statusCode) {
    expect(
        "POST /api/v2/echo/1 HTTP/1.1\r\n"
            + ADA
            + JSON
            + "Transfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(length)
            + "\r\n{\"x\":\""
            + "y".repeat(length - 8)
            + "\"}\r\n0\r\n\r\n",
        httpStatus,
        statusCode);
  }

  @ParameterizedTest
  @CsvSource({"HTTP/1.1, 400, 2", "HTTP/1.0, 404, 6"})
  void aHostIsNeededFromOneOneOn(String version, int httpStatus, int statusCode) {
    expect(
        "GET /api/v2/x " + version + "\r\n" + ADA.replace("Host: x\r\n", "") + "\r\n",
        httpStatus,
        statusCode);
  }

  private static void expect(String request, int httpStatus, int statusCode) {
    RawRequest.Answer answer =
        RawRequest.send(server.port(), request.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();

    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.toString()).doesNotContain("Exception", "<html", "at org.");
    JsonNode json = JsonText.mapper().readTree(answer.body());
    assertThat(json.get("statusMessage").stringValue()).isNotBlank();
    assertThat(answer.status() + " " + json.get("statusCode"))
        .isEqualTo(httpStatus + " " + statusCode);
  }

  @ParameterizedTest
  @CsvSource({"/api/v2/nothing, 404, true", "/api/v2/me;x=1, 400, true", "/api/v2/me, 403, false"})
  void whoIsAnsweredBeforeHisBodyHasComeIsToldThatTheConnectionEnds(
      String url, int status, boolean loggedIn) {
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\n".formatted(url)
            + (loggedIn ? ADA.replaceAll("(Host|Connection): \\S+\r\n", "") : "")
            + JSON
            + "Content-Length: 20\r\n\r\n";

    RawRequest.Answer answer =
        RawRequest.send(server.port(), head.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Connection")).isEqualTo("close");
  }
}
