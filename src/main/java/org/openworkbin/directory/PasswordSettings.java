package org.openworkbin.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a new password has to be like.
 *
 * @param minLength how many characters it has at least; it has 256 at most
 */
@ConfigurationProperties("open-workbin.password")
public record PasswordSettings(@DefaultValue("8") int minLength) {
  static final int MAX_LENGTH = 256;

  public PasswordSettings {
    if (minLength < 1 || minLength > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "open-workbin.password.min-length must be 1 to " + MAX_LENGTH);
    }
  }
}
