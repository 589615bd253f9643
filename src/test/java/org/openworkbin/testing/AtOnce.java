package org.openworkbin.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A crowd that sets off from one start. */
public final class AtOnce {

  private AtOnce() {}

  /** One of the things that a crowd does. */
  @FunctionalInterface
  public interface Part<T> {
    T of(int thread) throws Exception;
  }

  /** Runs that many at once and gives what each came back with; fails if one failed. */
  public static <T> List<T> run(int threads, Part<T> part) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        Callable<T> task =
            () -> {
              start.await();
              return part.of(thread);
            };
        results.add(crowd.submit(task));
      }
      start.countDown();
      List<T> all = new ArrayList<>();
      for (Future<T> result : results) {
        all.add(result.get());
      }
      return all;
    }
  }
}
