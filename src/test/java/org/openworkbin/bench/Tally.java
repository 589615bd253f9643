package org.openworkbin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Counts the events that subscribers of one server have received. Thread-safe. */
final class Tally {
  private long received;
  private String first = "";

  /** So many events have come in a frame, the bytes from {@code from} to {@code end}. */
  synchronized void add(int events, byte[] bytes, int from, int end) {
    received += events;
    if (first.isEmpty()) {
      String frame = new String(bytes, from, end - from, UTF_8);
      first = frame.substring(frame.indexOf('['));
    }
    notifyAll();
  }

  /** The text of the first frame with an event. */
  synchronized String first() {
    return first;
  }

  /** Waits until that many have come since the last wait; how many there were after all. */
  synchronized long await(long events) throws InterruptedException {
    while (received < events) {
      wait();
    }
    long all = received;
    received = 0;
    return all;
  }
}
