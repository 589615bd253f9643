package org.openworkbin.directory;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Makes and compares password hashes. A hash carries its algorithm and its cost, so both can change
 * while old hashes go on to be good: {@code {argon2}$argon2id$v=19$m=…}. Thread-safe; each call
 * costs time and memory on purpose.
 */
public final class PasswordHashing {
  private static final String ALGORITHM = "argon2";

  /** No more memory and passes than a server can spare for one log-in. */
  private static final Pattern HASH =
      Pattern.compile(
          "\\{argon2}\\$argon2id\\$v=19\\$m=\\d{1,5},t=\\d,p=\\d"
              + "\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{22,86}");

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final PasswordEncoder encoder;

  private PasswordHashing(int memoryKib, int iterations) {
    this.encoder =
        new DelegatingPasswordEncoder(
            ALGORITHM,
            Map.of(
                ALGORITHM,
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, iterations)));
  }

  /** What OWASP asks for at least: Argon2id, 19 MiB, two passes. */
  public static PasswordHashing strong() {
    return new PasswordHashing(19 * 1024, 2);
  }

  /** For a password that everybody knows anyway, so that a demo starts at once. */
  public static PasswordHashing cheap() {
    return new PasswordHashing(2 * 1024, 1);
  }

  /** A new hash of a password; each time another one. */
  public String hash(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("the password has no hash");
    }
    return hash;
  }

  /** Whether the hash is of that password; false for a text that is no hash. */
  public boolean matches(String password, String hash) {
    return isHash(hash) && encoder.matches(password, hash);
  }

  /** Whether a text is a hash that {@link #matches} can compare. */
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }
}
