package org.openworkbin.proof.client;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does something for each of many, some at once. */
public final class Crew {
  private final int hands;

  /** A crew that does so many things at once. */
  public Crew(int hands) {
    this.hands = hands;
  }

  /** Does it for each, and waits for the last. What a task throws ends that task only. */
  public <T> void each(Collection<T> all, Consumer<T> task) {
    Semaphore free = new Semaphore(hands);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T one : all) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
          try {
            task.accept(one);
          } finally {
            free.release();
          }
        });
      }
    }
  }
}
