package org.openworkbin.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A bearer token as it stands in an {@code Authorization} header, not yet checked. */
final class BearerAttempt extends AbstractAuthenticationToken {
  private static final String SCHEME = "bearer ";

  private final String token;
  private final String address;

  private BearerAttempt(String token, String address) {
    super(List.of());
    this.token = token;
    this.address = address;
  }

  static boolean isOne(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  static BearerAttempt of(String header, String address) {
    return new BearerAttempt(header.substring(SCHEME.length()).strip(), address);
  }

  String token() {
    return token;
  }

  /** Where the request came from. */
  String address() {
    return address;
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
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "BearerAttempt[" + address + "]";
  }
}
