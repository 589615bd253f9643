package org.openworkbin.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Numbers the operations of this server: the {@code referenceId} of answers and messages. Rises by
 * one per operation and is shared by all users, as recorded from the real server. Numbers are
 * reserved in blocks before they are given out, so that none is given twice over a restart, which
 * leaves out the rest of a block. Thread-safe.
 */
public final class ReferenceIds {
  private static final long BLOCK = 10_000;

  private final AtomicLong last;
  private final LongConsumer reserve;
  private volatile long reserved;

  /**
   * Goes on after {@code last}.
   *
   * @param reserve remembers durably up to which number they may have been given out
   */
  public ReferenceIds(long last, LongConsumer reserve) {
    this.last = new AtomicLong(last);
    this.reserve = reserve;
    this.reserved = last;
  }

  public long next() {
    long number = last.incrementAndGet();
    if (number > reserved) {
      reserveFor(number);
    }
    return number;
  }

  private synchronized void reserveFor(long number) {
    if (number > reserved) {
      long upTo = number + BLOCK - 1;
      reserve.accept(upTo);
      reserved = upTo;
    }
  }
}
