package org.openworkbin.push;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the journal in its own thread, in the order of commits, and has everybody told. Begins at
 * the end of the journal: what happened before the start is caught up with by revision, not
 * replayed.
 */
final class JournalTail implements SmartLifecycle, Telling {
  private static final Logger log = LoggerFactory.getLogger(JournalTail.class);
  private static final int BATCH = 256;

  /** A nudge is never lost, so this only bounds the damage if one were. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  /** Who waits for the telling has something better to do than to wait for a store that is away. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final Journal journal;
  private final Attendance attendance;
  private final StoredSubscriptions subscriptions;
  private final Teller teller;
  private final RightsInUse rights;
  private final Semaphore nudges = new Semaphore(0);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  private volatile @Nullable Thread thread;
  private volatile long position;
  private volatile boolean directoryChanged;
  private volatile boolean seatsChanged;
  private boolean nudged;

  /** The {@link #position}, moved on when a batch is told; guarded by the lock. */
  private long told;

  JournalTail(
      Journal journal,
      Attendance attendance,
      StoredSubscriptions subscriptions,
      Teller teller,
      RightsInUse rights) {
    this.rights = rights;
    this.journal = journal;
    this.attendance = attendance;
    this.subscriptions = subscriptions;
    this.teller = teller;
  }

  @Override
  public void start() {
    subscriptions.resume();
    position = journal.last();
    noteProgress();
    if (!nudged) {
      nudged = true;
      journal.onCommit(this::nudge);
    }
    Thread starting = Thread.ofPlatform().name("push-tail").daemon().unstarted(this::run);
    thread = starting; // before it starts: it runs for as long as it finds itself there
    starting.start();
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join(LONGEST_STOP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** After the store, before the web server. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void awaitTold() {
    long newest = journal.last();
    lock.lock();
    try {
      long nanos = LONGEST_WAIT.toNanos();
      while (told < newest && nanos > 0) {
        nanos = progress.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** The number of the newest entry that was told or needs no telling. */
  long position() {
    lock.lock();
    try {
      return told;
    } finally {
      lock.unlock();
    }
  }

  /** Anybody may see more or less now: that is seen to before anything else is told. */
  void directoryChanged() {
    directoryChanged = true;
    nudge();
  }

  /** Who sits somewhere may see more or less now: that is seen to in the same way. */
  void seatsChanged() {
    seatsChanged = true;
    nudge();
  }

  private void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  private void run() {
    boolean failing = false;
    while (Thread.currentThread().equals(thread)) {
      try {
        if (nudges.tryAcquire(LONGEST_SLEEP.toMillis(), TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
        readOn();
        failing = false;
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException | Error e) { // without this thread nobody is told anything
        if (!failing) {
          log.error("The journal can't be read; trying again until it can", e);
        }
        failing = true;
        nudges.drainPermits();
      }
    }
  }

  private void readOn() {
    while (Thread.currentThread().equals(thread)) {
      seeToRights();
      if (!attendance.anybody() && skipToEnd()) {
        noteProgress();
        return;
      }
      List<Entry> entries = journal.after(position, BATCH);
      if (entries.isEmpty()) {
        return;
      }
      entries.forEach(this::tell);
      noteProgress();
    }
  }

  private void noteProgress() {
    lock.lock();
    try {
      told = position;
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void seeToRights() {
    if (directoryChanged) {
      directoryChanged = false;
      seatsChanged = false;
      subscriptions.directoryChanged();
    } else if (seatsChanged) {
      seatsChanged = false;
      subscriptions.seatsChanged();
    }
  }

  /** The end is looked up first: who comes after the question is told of all that follows it. */
  private boolean skipToEnd() {
    long end = journal.last();
    if (attendance.anybody()) {
      return false;
    }
    position = end;
    return true;
  }

  private void tell(Entry entry) {
    position = entry.number();
    try (RightsInUse.Use _ = rights.begin()) {
      teller.tell(entry);
    } catch (RuntimeException | Error e) {
      log.error("Journal entry {} could not be told", entry.number(), e);
    }
  }
}
