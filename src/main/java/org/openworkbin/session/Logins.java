package org.openworkbin.session;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Logs in by whatever credentials a request carries. Thread-safe. */
@Component
final class Logins implements AuthenticationManager {
  private final Login passwords;
  private final TokenLogins tokens;

  Logins(Login passwords, TokenLogins tokens) {
    this.passwords = passwords;
    this.tokens = tokens;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    return switch (attempt) {
      case BasicAttempt basic -> passwords.authenticate(basic);
      case BearerAttempt bearer -> tokens.authenticate(bearer);
      default -> throw new BadCredentialsException("of no kind that there is");
    };
  }
}
