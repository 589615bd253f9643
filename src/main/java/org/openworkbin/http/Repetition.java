package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;

/**
 * By what a repeated request is known: its {@code Idempotency-Key} and what it asks for.
 *
 * @param user whose request it is; keys of different users have nothing to do with each other
 * @param key 1 to 255 visible ASCII characters; empty where the client sent none
 * @param digest of method, path, query and body; empty where there is no key
 */
public record Repetition(UserId user, Optional<String> key, String digest) {
  private static final String HEADER = "Idempotency-Key";
  private static final int MAX_LENGTH = 255;

  static Repetition of(Caller caller, HttpServletRequest request) {
    String key = request.getHeader(HEADER);
    if (key == null) {
      return new Repetition(caller.id(), Optional.empty(), "");
    }
    if (key.isEmpty()
        || key.length() > MAX_LENGTH
        || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new Refusal.OutOfRange(
              HEADER, "An Idempotency-Key has 1 to 255 visible ASCII characters")
          .asException();
    }
    return new Repetition(caller.id(), Optional.of(key), digest(request));
  }

  /**
   * The same for one of several things that the request does, each of which is answered and kept by
   * itself. The first has the key of the request, so that it is known whoever comes with that key.
   */
  Repetition part(int index) {
    return index == 0 ? this : new Repetition(user, key.map(text -> text + "\n" + index), digest);
  }

  private static String digest(HttpServletRequest request) {
    MessageDigest digest = sha256();
    for (String part :
        new String[] {
          request.getMethod(), request.getRequestURI(), String.valueOf(request.getQueryString())
        }) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    digest.update(RequestBodies.bytes(request));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
