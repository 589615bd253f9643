package org.openworkbin.session;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for credentials in memory without being them: HMAC-SHA256 under a key that this process
 * makes for itself and nobody else ever has. Thread-safe.
 */
final class Digests {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Mac keyed;

  Digests(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  Digest of(byte[] text) {
    ByteBuffer digest = ByteBuffer.wrap(fresh().doFinal(text));
    return new Digest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  /** A copy: a Mac itself serves one thread at a time, and making one anew is slow. */
  private Mac fresh() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's own Mac can be cloned", impossible);
    }
  }

  /** The 256 bits of one digest. */
  record Digest(long first, long second, long third, long fourth) {}
}
