package org.openworkbin.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does to a command that has to clear up: it is told to stop, and the process ends when
 * it has closed this. A second Ctrl-C changes nothing; {@code kill -9} ends it at once.
 */
final class Interruption implements AutoCloseable {
  private static final long LONGEST_MINUTES = 30;

  private final CountDownLatch cleared = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::interrupt);
  private volatile Runnable stop = () -> {};
  private volatile boolean interrupted;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Says how the command is told; at once where it was interrupted before. */
  void stops(Runnable how) {
    stop = how;
    if (interrupted) {
      how.run();
    }
  }

  private void interrupt() {
    interrupted = true;
    stop.run();
    try {
      var _ = cleared.await(LONGEST_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    cleared.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already.
    }
  }
}
