package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cometd.server.BayeuxServerImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.testing.RawRequest;
import tools.jackson.databind.JsonNode;

class MalformedTest {
  private static Slice slice;
  private static RawClient ada;

  @BeforeAll
  static void start() {
    slice = Slice.start();
    ada = RawClient.withoutCookies(slice, "ada").connected("/**");
  }

  @AfterAll
  static void stop() {
    slice.close();
  }

  static Stream<String> bodiesThatAreNotBayeux() {
    return Stream.of(
        "",
        " ",
        "null",
        "7",
        "\"/meta/handshake\"",
        "[]",
        "[null]",
        "[7]",
        "[[{\"channel\":\"/meta/handshake\"}]]",
        "{",
        "[{\"channel\":\"/meta/handshake\"}",
        "[{\"channel\":\"/meta/handshake\"}] x",
        "[{\"channel\":\"/meta/handshake\",\"channel\":\"/meta/connect\"}]",
        "[{\"channel\":7}]",
        "[{\"channel\":{}}]",
        "[{\"channel\":\"/meta/connect\",\"clientId\":7}]",
        "[{\"channel\":\"/meta/connect\",\"clientId\":\"$\",\"id\":[]}]",
        "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":7}]",
        "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":[]}]",
        "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":[7]}]",
        "[{\"channel\":\"/meta/handshake\"},{\"channel\":\"/meta/handshake\"}]",
        "[{\"channel\":\"/meta/connect\",\"clientId\":\"$\"},{\"channel\":\"/meta/handshake\"}]",
        "message=%5B%7B%22channel%22%3A%22%2Fmeta%2Fhandshake%22%7D%5D",
        "<html>",
        "[".repeat(20_000),
        "{\"a\":".repeat(10_000),
        "[" + "{\"channel\":\"/meta/connect\"},".repeat(200) + "{\"channel\":\"/meta/connect\"}]",
        "[{\"channel\":\"/meta/connect\",\"id\":" + "9".repeat(5_000) + "}]");
  }

  @ParameterizedTest
  @MethodSource("bodiesThatAreNotBayeux")
  void whatIsNotBayeuxIsABadRequest(String body) {
    HttpResponse<String> response = ada.post(body.replace("$", ada.clientId()));

    assertEnvelope(response, 400, 2);
    assertThat(slice.bean(BayeuxServerImpl.class).getSession(ada.clientId())).isNotNull();
  }

  static Stream<String> oddMessages() {
    return Stream.of(
        "[{}]",
        "[{\"channel\":null}]",
        "[{\"channel\":\"\"}]",
        "[{\"channel\":\"no\"}]",
        "[{\"channel\":\"/meta\"}]",
        "[{\"channel\":\"/meta/\"}]",
        "[{\"channel\":\"/meta/none\",\"clientId\":\"$\"}]",
        "[{\"channel\":\"/meta/connect\"}]",
        "[{\"channel\":\"/meta/connect\",\"clientId\":\"nobody\"}]",
        "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\"}]",
        "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":\"\"}]",
        "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":\"//\"}]",
        "[{\"channel\":\"/meta/unsubscribe\",\"clientId\":\"$\",\"subscription\":\"/none\"}]",
        "[{\"channel\":\"/v2/me\",\"clientId\":\"$\",\"id\":\"\\u0000\"}]",
        "[{\"channel\":\"/v2/me\\n\",\"clientId\":\"$\"}]");
  }

  @ParameterizedTest
  @MethodSource("oddMessages")
  void oddMessagesGetABayeuxReplyThatSaysNo(String body) {
    List<JsonNode> replies = ada.exchange(body);

    assertThat(replies).hasSize(1);
    assertThat(replies.getFirst().path("successful").asBoolean(true)).isFalse();
    assertThat(replies.getFirst().path("error").asString()).matches("4\\d\\d:.*");
  }

  @Test
  void adviceOfAnyShapeDoesNoHarm() {
    for (String advice :
        List.of(
            "{\"timeout\":\"soon\"}",
            "{\"timeout\":-5,\"interval\":-1}",
            "{\"timeout\":0,\"interval\":1e300}",
            "{\"timeout\":0.5,\"interval\":null}",
            "[1]",
            "{\"timeout\":0,\"interval\":99999999999999999999999999}")) {
      RawClient client = RawClient.withoutCookies(slice, "ada");
      client.handshake();
      JsonNode reply =
          client
              .exchange(
                  "[{\"channel\":\"/meta/connect\",\"clientId\":\"$\",\"advice\":%s}]"
                      .formatted(advice))
              .getFirst();
      assertThat(reply.path("successful").asBoolean()).as(advice).isTrue();
      assertThat(reply.path("advice").path("interval").asLong(0)).isBetween(0L, 60_000L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "none-such", "\"", "x y"})
  void whatEncodingTheRequestClaimsDoesNotMatter(String charset) {
    HttpResponse<String> response =
        ada.send(
            ada.request("")
                .setHeader("Content-Type", "application/json; charset=" + charset)
                .POST(BodyPublishers.ofString("[{\"channel\":\"/meta/handshake\"}]")));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void bytesThatAreNotTextAreABadRequest() {
    byte[] body =
        "[{\"channel\":\"/meta/handshake\",\"x\":\"ä\"}]".getBytes(StandardCharsets.ISO_8859_1);

    assertEnvelope(ada.send(ada.request("").POST(BodyPublishers.ofByteArray(body))), 400, 2);
  }

  @Test
  void largeBodyIsRefused() {
    char[] large = new char[70_000];
    Arrays.fill(large, ' ');

    assertEnvelope(ada.post(new String(large)), 413, 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD"})
  void otherMethodsAreRefused(String method) {
    HttpResponse<String> response =
        ada.send(ada.request("").method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(405);
    if (!method.equals("HEAD")) {
      assertEnvelope(response, 405, 3);
    }
  }

  @Test
  void callbackPollingIsRefused() {
    HttpResponse<String> response =
        ada.send(ada.request("?jsonp=alert&message=%5B%7B%7D%5D").GET());

    assertEnvelope(response, 405, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v2/./notifications/connect",
        "/api/v2/x/../notifications/connect",
        "/api/v2/%6eotifications/connect",
      })
  void addressWrittenInAnotherWayIsRefused(String path) {
    String head = "GET " + path + " HTTP/1.1\r\nAuthorization: " + CometdClient.basic("ada");

    RawRequest.Answer answer =
        RawRequest.send(slice.url(), head + "\r\n", new byte[0]).orElseThrow();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(RawClient.json(answer.body()).path("statusCode").asInt(-1)).isEqualTo(2);
  }

  private static void assertEnvelope(HttpResponse<String> response, int status, int code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(RawClient.json(response.body()).path("statusCode").asInt(-1)).isEqualTo(code);
    assertThat(RawClient.json(response.body()).path("statusMessage").asString()).isNotEmpty();
  }
}
