package org.openworkbin.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openworkbin.http.Caller;
import org.openworkbin.id.UserId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A user whose credentials were found right; immutable and shared by his requests. */
final class LoggedIn extends AbstractAuthenticationToken implements Caller {
  private final transient UserId id;
  private final String userName;

  LoggedIn(UserId id, String userName) {
    super(List.of());
    this.id = id;
    this.userName = userName;
    super.setAuthenticated(true);
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
}
