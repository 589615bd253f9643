package org.openworkbin.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Credentials as they stand in an {@code Authorization} header, not yet checked: user name, colon
 * and password in UTF-8 or ISO-8859-1, nobody says which.
 */
final class BasicAttempt extends AbstractAuthenticationToken {
  private static final String SCHEME = "basic ";

  private final byte[] bytes;
  private final String address;

  private BasicAttempt(byte[] bytes, String address) {
    super(List.of());
    this.bytes = bytes;
    this.address = address;
  }

  /** The attempt in that header; one that can't be read has no {@link #readings}. */
  static BasicAttempt of(String header, String address) {
    return new BasicAttempt(decoded(header), address);
  }

  private static byte[] decoded(String header) {
    if (header.length() <= SCHEME.length()
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** User name, colon and password as they were sent. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the request came from. */
  String address() {
    return address;
  }

  /** What may be meant, the likelier first: one reading, or two where the bytes allow both. */
  List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    try {
      String utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      add(utf8, readings);
      if (!utf8.equals(latin)) {
        add(latin, readings);
      }
    } catch (CharacterCodingException notUtf8) {
      add(latin, readings);
    }
    return readings;
  }

  private static void add(String text, List<Reading> readings) {
    int colon = text.indexOf(':');
    if (colon > 0) {
      readings.add(new Reading(text.substring(0, colon), text.substring(colon + 1)));
    }
  }

  @Override
  public String getName() {
    return "";
  }

  @Override
  public String getPrincipal() {
    return "";
  }

  @Override
  public byte[] getCredentials() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** A user name and a password; the text of the latter never leaves this package. */
  record Reading(String userName, String password) {
    @Override
    public String toString() {
      return "Reading[userName=" + userName + "]";
    }
  }
}
