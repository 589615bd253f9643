package org.openworkbin.push.cometd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.openworkbin.testing.DescribedApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Bayeux client written by hand, which sends just what a test wants. */
final class RawClient {
  private static final JsonMapper JSON = new JsonMapper();

  private final String url;
  private final String user;
  private final HttpClient http;
  private String clientId = "";

  private RawClient(String url, String user, HttpClient http) {
    this.url = url;
    this.user = user;
    this.http = http;
  }

  /** One that knows no cookies. */
  static RawClient withoutCookies(Slice slice, String user) {
    return withoutCookies(slice.url(), user);
  }

  /** One that knows no cookies; {@code user} is empty for one without credentials. */
  static RawClient withoutCookies(String url, String user) {
    return new RawClient(url, user, HttpClient.newHttpClient());
  }

  /** One of several that share a cookie jar. */
  static RawClient withCookies(Slice slice, String user, CookieManager jar) {
    return new RawClient(slice.url(), user, HttpClient.newBuilder().cookieHandler(jar).build());
  }

  String clientId() {
    return clientId;
  }

  HttpRequest.Builder request(String suffix) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + suffix))
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json; charset=UTF-8");
    if (!user.isEmpty()) {
      String credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(UTF_8));
      request.header("Authorization", "Basic " + credentials);
    }
    return request;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      DescribedApi.ours()
          .check(
              new DescribedApi.Exchange(
                  response.request().method(),
                  response.uri().getRawPath(),
                  "",
                  response.statusCode(),
                  response.headers()::firstValue,
                  response.body()));
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String body) {
    return send(request("").POST(BodyPublishers.ofString(body)));
  }

  /** Sends messages, in which {@code $} stands for the client id, and returns what comes back. */
  List<JsonNode> exchange(String body) {
    HttpResponse<String> response = post(body.replace("$", clientId));
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return messages(response.body());
  }

  /** The Bayeux messages of an answer or a frame, held against the description. */
  static List<JsonNode> messages(String body) {
    DescribedApi.ours().checkBayeux(body);
    List<JsonNode> messages = new ArrayList<>();
    JSON.readTree(body).forEach(messages::add);
    return messages;
  }

  static JsonNode json(String body) {
    return JSON.readTree(body);
  }

  JsonNode handshake() {
    JsonNode reply =
        exchange(
                "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
                    + "\"supportedConnectionTypes\":[\"long-polling\"]}]")
            .getFirst();
    clientId = reply.path("clientId").asString("");
    return reply;
  }

  List<JsonNode> connect() {
    return exchange(
        "[{\"channel\":\"/meta/connect\",\"clientId\":\"$\",\"connectionType\":\"long-polling\"}]");
  }

  JsonNode subscribe(String channel) {
    return exchange(
            "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":\"%s\"}]"
                .formatted(channel))
        .getFirst();
  }

  /** Handshakes, subscribes and sends the first connect, which is answered at once. */
  RawClient connected(String channel) {
    handshake();
    subscribe(channel);
    connect();
    return this;
  }

  /** Polls until so many messages on topics have come. */
  List<JsonNode> receive(int count) {
    List<JsonNode> received = new ArrayList<>();
    while (received.size() < count) {
      connect().stream()
          .filter(message -> !message.path("channel").asString().startsWith("/meta/"))
          .forEach(received::add);
    }
    return received;
  }
}
