package org.openworkbin.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openworkbin.http.Caller;
import org.openworkbin.id.UserId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A user whose credentials were found right; immutable and shared by his requests. */
final class LoggedIn extends AbstractAuthenticationToken implements Caller {
  private final transient UserId id;
  private final String userName;
  private final transient Optional<String> passwordHash;

  private LoggedIn(UserId id, String userName, Optional<String> passwordHash) {
    super(List.of());
    this.id = id;
    this.userName = userName;
    this.passwordHash = passwordHash;
    super.setAuthenticated(true);
  }

  /** Who proved by a password that he is that user; it fits this hash. */
  static LoggedIn byPassword(UserId id, String userName, String hash) {
    return new LoggedIn(id, userName, Optional.of(hash));
  }

  /** Who proved it by a token. */
  static LoggedIn byToken(UserId id, String userName) {
    return new LoggedIn(id, userName, Optional.empty());
  }

  /** The hash that his password fitted; empty where he needed none. */
  Optional<String> passwordHash() {
    return passwordHash;
  }

  @Override
  public UserId id() {
    return id;
  }

  @Override
  public String userName() {
    return userName;
  }

  @Override
  public String getName() {
    return userName;
  }

  @Override
  public LoggedIn getPrincipal() {
    return this;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public void setAuthenticated(boolean authenticated) {
    throw new UnsupportedOperationException("a login does not change");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LoggedIn login && login.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "LoggedIn[" + id.value() + "]";
  }
}
