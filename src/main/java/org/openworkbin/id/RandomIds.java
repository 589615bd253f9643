package org.openworkbin.id;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Ids from a clock and a source of randomness.
 *
 * <p>An interaction id is 9 base-36 digits of epoch milliseconds (enough until the year 5188) and 7
 * of randomness, so ids made later sort later and two made in the same millisecond collide once in
 * 78 thousand million. A collision is refused by the store, never overwritten.
 */
public final class RandomIds implements IdGenerator {
  private static final int TIME_DIGITS = 9;
  private static final int RANDOM_DIGITS = 7;
  private static final long RANDOM_BOUND = 78_364_164_096L; // 36^7

  private final InstantSource clock;
  private final RandomGenerator random;

  public RandomIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public InteractionId newInteractionId() {
    String time = padded(Long.toString(clock.millis(), 36), TIME_DIGITS);
    String chance = padded(Long.toString(random.nextLong(RANDOM_BOUND), 36), RANDOM_DIGITS);
    return new InteractionId((time + chance).toUpperCase(Locale.ROOT));
  }

  @Override
  public UserId newUserId() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new UserId(HexFormat.of().formatHex(bytes));
  }

  @Override
  public UUID newUuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static String padded(String digits, int length) {
    return "0".repeat(length - digits.length()) + digits;
  }
}
