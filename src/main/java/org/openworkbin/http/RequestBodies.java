package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openworkbin.refusal.Refusal;

/** Reads the body of a request once, within the bound, whoever asks for it. */
final class RequestBodies {
  /** In bytes. */
  static final int LIMIT = 1 << 20;

  private static final String BYTES = RequestBodies.class.getName();
  private static final String JSON = "application/json";

  /** What YAML is sent as. */
  private static final Set<String> TEXTS =
      Set.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/plain");

  private RequestBodies() {}

  static Body json(HttpServletRequest request) {
    byte[] bytes = bytes(request);
    if (bytes.length > 0 && !isJson(request.getContentType())) {
      throw new Refusal.UnsupportedMediaType(String.valueOf(request.getContentType()), JSON)
          .asException();
    }
    return Body.parse(bytes);
  }

  /** Text of a type that people write by hand. */
  static TextBody text(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (!TEXTS.contains(type.replaceFirst(";.*", "").strip())) {
      throw new Refusal.UnsupportedMediaType(type, "application/yaml").asException();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(read(request, TextBody.LIMIT));
      return new TextBody(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException otherCharset) {
      throw new Refusal.Invalid("body", "The body is not a text in UTF-8").asException();
    }
  }

  static byte[] bytes(HttpServletRequest request) {
    if (request.getAttribute(BYTES) instanceof byte[] known) {
      return known;
    }
    byte[] bytes = read(request, LIMIT);
    request.setAttribute(BYTES, bytes);
    return bytes;
  }

  private static byte[] read(HttpServletRequest request, int limit) {
    long announced = request.getContentLengthLong();
    if (announced > limit) {
      throw new Refusal.TooLarge(limit).asException();
    }
    try {
      InputStream in = request.getInputStream();
      // Without an announced length the JDK would take a buffer of 16 KiB for each request.
      byte[] bytes = announced >= 0 ? in.readNBytes((int) announced) : in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new Refusal.TooLarge(limit).asException();
      }
      return bytes;
    } catch (IOException broken) {
      throw new BrokenRequestException(broken);
    }
  }

  /** JSON is UTF-8; another charset is refused rather than misread. */
  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    if (contentType.equals(JSON)) {
      return true;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).replace("\"", "").split(";", -1);
    if (!parts[0].strip().equals(JSON)) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }
}
