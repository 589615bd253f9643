package org.openworkbin.directory;

import java.util.Optional;

/** What a new password has to be like, whoever gives it; old ones are not looked at. */
public final class PasswordRules {
  private final int minLength;

  public PasswordRules(PasswordSettings settings) {
    this.minLength = settings.minLength();
  }

  /**
   * What is wrong with a password, in a sentence without its full stop.
   *
   * @param userName whose it is to be
   */
  public Optional<String> broken(String password, String userName) {
    int length = password.codePointCount(0, password.length());
    if (length < minLength || length > PasswordSettings.MAX_LENGTH) {
      return Optional.of(
          "A password has %d to %d characters".formatted(minLength, PasswordSettings.MAX_LENGTH));
    }
    if (password.equalsIgnoreCase(userName)) {
      return Optional.of("A password is not the user name");
    }
    if (password.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("A password has no control characters");
    }
    return Optional.empty();
  }
}
