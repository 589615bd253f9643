package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.in;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.testing.TestLedger;

/**
 * Agents who create, pull and add without a pause, whatever becomes of the store, and write down
 * what they are told.
 */
final class StubbornCrowd implements AutoCloseable {
  private static final int CROWD = 32;

  private final TestLedger store;
  private final BinId bin;
  private final ConcurrentLinkedQueue<Entry> told = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();
  private final List<Future<?>> agents = new ArrayList<>();

  StubbornCrowd(TestLedger store, ExecutorService threads) {
    this.store = store;
    this.bin = store.newBin();
    for (int i = 0; i < CROWD; i++) {
      agents.add(threads.submit(this::work));
    }
  }

  private void work() {
    UserId agent = store.newUser();
    while (!over.get()) {
      try {
        Entry created =
            entry(
                store.ledger().create(store.creation(Medium.CHAT, TestLedger.content(0), in(bin))));
        told.add(created);
        told.add(entry(store.pulled(created.interaction().id(), bin, agent)));
        told.add(entry(store.added(created.interaction().id(), agent, bin)));
      } catch (RefusedException refused) {
        // The store is away; nothing has changed.
        refusals.incrementAndGet();
        if (!(refused.refusal() instanceof Refusal.Unavailable)) {
          wrong.compareAndSet(null, refused);
        }
      } catch (RuntimeException | AssertionError e) {
        wrong.compareAndSet(null, e);
      }
    }
  }

  int acknowledged() {
    assertThat(wrong.get()).isNull();
    return told.size();
  }

  int refusals() {
    assertThat(wrong.get()).isNull();
    return refusals.get();
  }

  /** Also where the test fails: nobody may go on for ever. */
  @Override
  public void close() {
    over.set(true);
  }

  void stop() throws Exception {
    close();
    for (Future<?> agent : agents) {
      agent.get();
    }
    assertThat(wrong.get()).isNull();
  }

  /**
   * The journal holds exactly what was told: an attempt that was refused has changed nothing, and
   * one that was in doubt was looked up.
   */
  void nothingIsLostOrDoubled() {
    store.restart();
    List<Entry> journal = store.journal().after(0, Integer.MAX_VALUE);
    assertThat(journal).containsExactlyInAnyOrderElementsOf(told);
    for (int i = 0; i < journal.size(); i++) {
      assertThat(journal.get(i).number()).isEqualTo(i + 1);
    }
    assertThat(store.bins().state(bin).revision()).isEqualTo(journal.size());
    assertThat(store.bins().state(bin).itemCount()).isEqualTo(store.contentOf(bin).size());
  }
}
