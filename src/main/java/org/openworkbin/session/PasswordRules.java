package org.openworkbin.session;

import java.util.Optional;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.springframework.stereotype.Component;

/** What a new password has to be like; old ones are not looked at. */
@Component
final class PasswordRules {
  private final int minLength;

  PasswordRules(PasswordSettings settings) {
    this.minLength = settings.minLength();
  }

  /**
   * The refusal of a password that breaks a rule.
   *
   * @param userName whose it is to be
   */
  Optional<RefusedException> broken(String password, String userName) {
    int length = password.codePointCount(0, password.length());
    if (length < minLength || length > PasswordSettings.MAX_LENGTH) {
      return refusal(
          "A password has %d to %d characters".formatted(minLength, PasswordSettings.MAX_LENGTH));
    }
    if (password.equalsIgnoreCase(userName)) {
      return refusal("A password is not the user name");
    }
    if (password.chars().anyMatch(Character::isISOControl)) {
      return refusal("A password has no control characters");
    }
    return Optional.empty();
  }

  static Optional<RefusedException> refusal(String why) {
    return Optional.of(new Refusal.OutOfRange("password", why).asException());
  }
}
