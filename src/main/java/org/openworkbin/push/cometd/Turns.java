package org.openworkbin.push.cometd;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Work that goes on after the call that began it, one piece after the other, in the order in which
 * it came. Thread-safe; no lock is held while a piece begins.
 */
final class Turns {
  private final Queue<Consumer<Runnable>> waiting = new ArrayDeque<>();
  private boolean underWay;

  /** A thread is beginning a piece and looks for the next one after that. */
  private boolean looking;

  /**
   * Begins that piece, now or when all before it are over.
   *
   * @param piece is given what it calls when it is over: once, on any thread
   * @return how many pieces wait
   */
  int take(Consumer<Runnable> piece) {
    int others;
    synchronized (this) {
      waiting.add(piece);
      others = waiting.size();
    }
    beginNext();
    return others;
  }

  private void over() {
    synchronized (this) {
      underWay = false;
    }
    beginNext();
  }

  /** A loop, as a piece may be over at once, and a hundred after it too. */
  private void beginNext() {
    while (true) {
      Consumer<Runnable> next;
      synchronized (this) {
        if (looking || underWay || waiting.isEmpty()) {
          return;
        }
        looking = true;
        underWay = true;
        next = waiting.remove();
      }
      try {
        next.accept(this::over);
      } finally {
        synchronized (this) {
          looking = false;
        }
      }
    }
  }
}
