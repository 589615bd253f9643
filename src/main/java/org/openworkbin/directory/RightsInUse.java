package org.openworkbin.directory;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets a change of who may do what be answered only when nobody works by the old rights any more.
 * Who decides something by rights holds a use from before he looks at them until what he decided
 * has happened; who changed rights waits, after the change is visible, until all uses that began
 * before have ended. So nothing is done by the old rights later than the change was answered.
 * Holding a use costs two atomic additions and waits for nobody. Thread-safe.
 */
public final class RightsInUse {
  private static final ScopedValue<Mark> CALL = ScopedValue.newInstance();

  /** Has those who wait come one after another. */
  private final ReentrantLock waiting = new ReentrantLock();

  private volatile Epoch current = new Epoch();

  /** One use; it ends when it is closed, which has to happen. */
  @FunctionalInterface
  public interface Use extends AutoCloseable {
    @Override
    void close();
  }

  /** Begins a use; only before looking at any rights. */
  public Use begin() {
    while (true) {
      Epoch epoch = current;
      epoch.enter();
      if (epoch.equals(current)) {
        return epoch;
      }
      epoch.close(); // it was over in between, and perhaps found empty
    }
  }

  /**
   * Does something within a use; where it changed rights itself, returns only when all uses have
   * ended that began before.
   */
  public <T extends @Nullable Object, X extends Throwable> T within(
      ScopedValue.CallableOp<T, X> call) throws X {
    Mark mark = new Mark(begin());
    try {
      return ScopedValue.where(CALL, mark).call(call);
    } finally {
      mark.settle(this);
    }
  }

  /**
   * Returns when all uses have ended that began before, but for that of the calling thread, which
   * goes on in a new one: what it looked at before may be otherwise by now. Only without locks that
   * others need.
   */
  public void awaitOthers() {
    if (CALL.isBound()) {
      CALL.get().pause(this);
    } else {
      awaitOlderUses();
    }
  }

  /** Rights are other ones from now on; called when that is visible, by the thread that did it. */
  void changed() {
    if (CALL.isBound()) {
      CALL.get().changed = true;
    }
  }

  /** Waits until all uses have ended that began before; within one it would wait for itself. */
  void awaitOlderUses() {
    waiting.lock();
    try {
      Epoch old = current;
      current = new Epoch();
      old.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.unlock();
    }
  }

  /** The use of a call, and whether it changed rights; only its own thread knows it. */
  private static final class Mark {
    private Use use;
    private boolean changed;

    Mark(Use use) {
      this.use = use;
    }

    void pause(RightsInUse rights) {
      use.close();
      rights.awaitOlderUses();
      use = rights.begin();
    }

    void settle(RightsInUse rights) {
      use.close();
      if (changed) {
        rights.awaitOlderUses();
      }
    }
  }

  /** The uses that began between two waits. */
  private static final class Epoch implements Use {
    /** One more than there are uses, until the epoch is over. */
    private final AtomicLong uses = new AtomicLong(1);

    private final CountDownLatch end = new CountDownLatch(1);

    void enter() {
      uses.incrementAndGet();
    }

    @Override
    public void close() {
      if (uses.decrementAndGet() == 0) {
        end.countDown();
      }
    }

    void awaitEnd() throws InterruptedException {
      close();
      end.await();
    }
  }
}
