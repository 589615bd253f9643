package org.openworkbin.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What a request is answered with: an HTTP status, headers, and a JSON object that begins with the
 * integer {@code statusCode}. Immutable. A resource method returns one; a refusal is thrown
 * instead.
 */
public final class Answer {
  private static final byte[] DONE = utf8("{\"statusCode\":0}");

  private final int httpStatus;
  private final Map<String, String> headers;
  private final Body body;

  private Answer(int httpStatus, Map<String, String> headers, Body body) {
    this.httpStatus = httpStatus;
    this.headers = headers;
    this.body = body;
  }

  /** 200 with {@code statusCode} 0 and nothing else. */
  public static Answer done() {
    return new Answer(200, Map.of(), new Rendered(DONE));
  }

  /** 200 with {@code statusCode} 0 and the {@code referenceId} of an operation. */
  public static Answer reference(long referenceId) {
    return new Answer(
        200,
        Map.of(),
        new Rendered(utf8("{\"statusCode\":0,\"referenceId\":" + referenceId + "}")));
  }

  /** 200 with {@code statusCode} 0 and those members. They are written at once. */
  public static Answer of(Members members) {
    return of(200, 0, members);
  }

  /** That HTTP status and {@code statusCode} with those members. They are written at once. */
  public static Answer of(int httpStatus, int statusCode, Members members) {
    return new Answer(httpStatus, Map.of(), new Rendered(JsonText.object(statusCode, members)));
  }

  /**
   * 200 with {@code statusCode} 0 and members that are written straight to the client while they
   * are read, for content that may be too large to hold. If the writing fails midway the connection
   * is cut, so that nobody takes a part for the whole.
   */
  public static Answer streamed(Members members) {
    return streamed(0, members);
  }

  /** The same with another {@code statusCode}. */
  static Answer streamed(int statusCode, Members members) {
    return new Answer(200, Map.of(), new Streamed(statusCode, members));
  }

  /** 200 with a text that is no JSON, as a file; the content type names its charset, UTF-8. */
  public static Answer text(String contentType, String text) {
    return new Answer(200, Map.of("Content-Type", contentType), new Rendered(utf8(text)));
  }

  /** 304 without a body: the client has this version already. */
  public static Answer notModified() {
    return new Answer(304, Map.of(), new Rendered(new byte[0]));
  }

  /** An answer with a body that is already JSON text. */
  static Answer rendered(int httpStatus, Map<String, String> headers, String json) {
    return new Answer(httpStatus, Map.copyOf(headers), new Rendered(utf8(json)));
  }

  /** The same with these members behind its own; not for a streamed one. */
  Answer with(Members more) {
    return new Answer(
        httpStatus,
        headers,
        new Rendered(
            JsonText.object(json -> {
              json.writeRaw(innerText() + ',');
              more.write(json);
            })));
  }

  /** The same with one more header. */
  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(httpStatus, more, body);
  }

  /** The header of that name. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public int httpStatus() {
    return httpStatus;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Whether the body goes to the client while it is made, so that it can't be kept. */
  boolean isStreamed() {
    return body instanceof Streamed;
  }

  /** The whole body; not for one that {@link #isStreamed}. */
  byte[] bytes() {
    return switch (body) {
      case Rendered rendered -> rendered.bytes();
      case Streamed _ -> throw new IllegalStateException("a streamed answer is never held whole");
    };
  }

  /** The members of the body as text, to stand in another object; not for a streamed one. */
  public String innerText() {
    String body = new String(bytes(), StandardCharsets.UTF_8);
    return body.substring(1, body.length() - 1);
  }

  /** Writes a body that {@link #isStreamed}. */
  void writeTo(OutputStream out) throws IOException {
    switch (body) {
      case Rendered rendered -> out.write(rendered.bytes());
      case Streamed streamed -> {
        try (JsonGenerator json = JsonText.generator(out)) {
          JsonText.write(json, streamed.statusCode(), streamed.members());
        }
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private sealed interface Body {}

  // Never changed after it is made, and never handed out of this package.
  @SuppressWarnings("ArrayRecordComponent")
  private record Rendered(byte[] bytes) implements Body {}

  private record Streamed(int statusCode, Members members) implements Body {}
}
