package org.openworkbin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client over a real socket. Immutable but for its cookie jar, where it has one. */
public final class TestClient {
  private static final JsonMapper JSON = new JsonMapper();

  private final String base;
  private final HttpClient http;
  private final Map<String, String> headers;

  TestClient(String base) {
    this(base, HttpClient.newHttpClient(), Map.of());
  }

  private TestClient(String base, HttpClient http, Map<String, String> headers) {
    this.base = base;
    this.http = http;
    this.headers = headers;
  }

  /** A client of the server at that URL, without credentials and cookies. */
  public static TestClient of(String url) {
    return new TestClient(url);
  }

  /** The same with Basic credentials in UTF-8. */
  public TestClient as(String userName, String password) {
    byte[] credentials = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  /** The same with one more header in each request. */
  public TestClient with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new TestClient(base, http, more);
  }

  /** The same without that header. */
  public TestClient without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new TestClient(base, http, fewer);
  }

  /** The same with a new, empty cookie jar, which clients made from it share. */
  public TestClient withCookies() {
    CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    return new TestClient(base, HttpClient.newBuilder().cookieHandler(jar).build(), headers);
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  /** Posts a JSON text. */
  public Reply post(String path, String json) {
    return send(
        "POST", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
  }

  /** Puts a JSON text. */
  public Reply put(String path, String json) {
    return send(
        "PUT", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
  }

  public Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  /** Sends any request; a body is sent as it is, without a content type of its own. */
  public Reply send(
      String method, String path, BodyPublisher body, Map<String, String> moreHeaders) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    headers.forEach(request::setHeader);
    moreHeaders.forEach(request::setHeader);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      DescribedApi.ours().check(exchange(path, body, response));
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static DescribedApi.Exchange exchange(
      String path, BodyPublisher body, HttpResponse<String> response) {
    return new DescribedApi.Exchange(
        response.request().method(),
        path,
        Texts.of(body),
        response.statusCode(),
        response.headers()::firstValue,
        response.body());
  }

  /** What came back. */
  public record Reply(int status, HttpHeaders headers, String text) {

    /** The body, which has to be JSON. */
    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** {@code statusCode} of the envelope, which has to be there as an integer. */
    public int code() {
      return json().required("statusCode").intValue();
    }

    /** The first header of that name, or "". */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }
}
