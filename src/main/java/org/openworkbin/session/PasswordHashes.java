package org.openworkbin.session;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.refusal.Refusal;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes slow hashes of passwords and checks against them, two at a time: on two platform threads,
 * because a hash is tens of milliseconds of pure computing and would hold a virtual thread's
 * carrier from everybody else. Who comes while too many wait is told to come back. Thread-safe.
 */
@Component
final class PasswordHashes implements DisposableBean {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 1000;
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** As dear as any; one for the whole program, however many servers it starts. */
  private static final String NOBODYS = PasswordHashing.strong().hash("");

  private final PasswordHashing hashing = PasswordHashing.strong();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().name("password-", 1).daemon().factory());

  /** A hash that is no user's. */
  String nobodys() {
    return NOBODYS;
  }

  /** Whether that is the password; blocks until it is its turn. */
  boolean matches(String password, String hash) {
    return inTurn(() -> hashing.matches(password, hash));
  }

  /** A new hash of that password; blocks until it is its turn. */
  String hash(String password) {
    return inTurn(() -> hashing.hash(password));
  }

  private <T> T inTurn(Callable<T> work) {
    try {
      Future<T> result = threads.submit(work);
      return result.get();
    } catch (RejectedExecutionException tooManyWait) {
      throw new Refusal.Unavailable(RETRY).asException();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a password could not be hashed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Refusal.Unavailable(RETRY).asException();
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
