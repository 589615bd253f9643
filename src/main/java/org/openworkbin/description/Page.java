package org.openworkbin.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.Resource;

/**
 * Something to be shown as it is.
 *
 * @param tag its {@code ETag}, which another content would not have
 */
@SuppressWarnings("ArrayRecordComponent") // never changed and never handed out
record Page(String contentType, byte[] content, String tag) {

  static Page of(String contentType, String text) {
    return of(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  static Page of(String contentType, Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      return of(contentType, content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page of(String contentType, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new Page(contentType, content, '"' + HexFormat.of().formatHex(digest, 0, 16) + '"');
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
