package org.openworkbin.ledger.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.sql.Session;
import org.openworkbin.sql.StoreAwayException;
import org.openworkbin.sql.Trouble;
import org.openworkbin.sql.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers moves while a commit runs and decides them together in the next. Everything but {@link
 * #offer} runs on the writer's thread.
 */
final class JdbcGroupCommit implements Writer.Job, Writer.Follower {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcGroupCommit.class);
  private static final int MAX_BATCH = 256;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final long PURGE_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long PORTION_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long TELL_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Writer writer;
  private final JdbcWaves waves;
  private final JdbcJournal journal;
  private final IdGenerator ids;
  private final InstantSource clock;
  private final Duration doubtLimit;
  private final BlockingQueue<Pending> queue;
  private final AtomicBoolean submitted = new AtomicBoolean();

  /** Taken from the queue and not decided; the first {@code alone} of them go one by one. */
  private final List<Pending> waiting = new ArrayList<>(MAX_BATCH);

  private int alone;

  /** The wave that is being committed, or whose connection was lost meanwhile. */
  private @Nullable Wave current;

  private long toldAt;
  private long doubtSince;
  private long purgedAt;
  private long portionAt;

  JdbcGroupCommit(
      Writer writer,
      JdbcWaves waves,
      JdbcJournal journal,
      IdGenerator ids,
      InstantSource clock,
      LedgerSettings settings) {
    this.writer = writer;
    this.waves = waves;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.doubtLimit = settings.doubtLimit();
    this.queue = new ArrayBlockingQueue<>(settings.queue());
    this.purgedAt = System.nanoTime() - PURGE_EVERY_NANOS;
    this.portionAt = System.nanoTime() - PORTION_EVERY_NANOS;
    this.toldAt = System.nanoTime() - TELL_EVERY_NANOS;
  }

  /** Queues a move; refused where the queue is full. */
  void offer(Pending pending) {
    if (!queue.offer(pending)) {
      throw new Refusal.Unavailable(RETRY_AFTER).asException();
    }
    submit();
  }

  private void submit() {
    if (!submitted.get() && submitted.compareAndSet(false, true)) {
      writer.submit(this);
    }
  }

  @Override
  public void run(Session session) throws SQLException {
    queue.drainTo(waiting, MAX_BATCH);
    try {
      commitWaiting(session);
      purgeAmongMoves(session);
    } finally {
      refuse(waiting);
      submitNext();
    }
  }

  /** Other jobs of the writer have their turn between two batches. */
  private void submitNext() {
    submitted.set(false);
    if (!queue.isEmpty()) {
      submit();
    }
  }

  private void commitWaiting(Session session) throws SQLException {
    while (!waiting.isEmpty()) {
      long at = Micros.of(clock.instant());
      if (alone > 0) {
        alone--;
        commit(session, taken(session, waiting.subList(0, 1), at));
      } else {
        commit(session, taken(session, waiting, at));
      }
    }
  }

  private Wave taken(Session session, List<Pending> from, long at) throws SQLException {
    return waves.gather(session, from, ids.newUuid(), journal.last(), at);
  }

  private void commit(Session session, Wave wave) throws SQLException {
    current = wave;
    doubtSince = System.nanoTime();
    try {
      waves.decide(session, wave);
    } catch (SQLException e) {
      switch (writer.trouble(session, e)) {
        case STATEMENT -> undo(session, wave, e);
        case NOT_NOW -> turnAway(session, wave, e);
        case READ_ONLY -> {
          turnAway(session, wave, e);
          throw e;
        }
        case LOST -> throw e;
      }
      return;
    } catch (RuntimeException | Error e) {
      if (!waves.isUndoneByRollback(wave)) {
        throw e;
      }
      undo(session, wave, e);
      return;
    }
    finish(wave);
  }

  /** Nothing of it was written, and what is waiting would fare no better. */
  private void turnAway(Session session, Wave wave, SQLException why) throws SQLException {
    long now = System.nanoTime();
    if (now - toldAt >= TELL_EVERY_NANOS) {
      toldAt = now;
      LOG.error("The store takes no writes; moves are refused until it does", why);
    }
    session.rollback();
    current = null;
    refuse(new ArrayList<>(wave.members().toList()));
    refuse(waiting);
  }

  private void finish(Wave wave) {
    current = null;
    journal.publish(wave.entries());
    wave.release();
    journal.nudge();
  }

  /** Undoes a wave in which something was wrong, so that each member is tried by itself. */
  private void undo(Session session, Wave wave, Throwable why) throws SQLException {
    session.rollback();
    current = null;
    if (wave.size() == 1) {
      wave.fail(new IllegalStateException("the move could not be decided", why));
      return;
    }
    LOG.warn("A group of {} moves failed and is tried one by one", wave.size(), why);
    wave.members().forEach(Pending::undecide);
    waiting.addAll(0, wave.members().toList());
    alone += wave.size();
  }

  @Override
  public void connected(Session session) throws SQLException {
    Wave doubtful = current;
    long last = journal.readLast(session);
    if (doubtful == null) {
      journal.goOnAfter(last);
    } else if (waves.wasCommitted(session, doubtful)) {
      journal.checkOnly(doubtful.entries().size(), last);
      finish(doubtful);
    } else {
      journal.goOnAfter(last);
      long at = Micros.of(clock.instant());
      try {
        commit(session, doubtful.again(ids.newUuid(), last, at));
        commitWaiting(session);
      } finally {
        refuse(waiting);
      }
    }
  }

  @Override
  public void away() {
    Wave doubtful = current;
    if (doubtful != null && System.nanoTime() - doubtSince > doubtLimit.toNanos()) {
      current = null;
      journal.forget();
      doubtful.fail(new StoreAwayException("the store went away during a commit", null));
    }
  }

  @Override
  public void away(StoreAwayException why) {
    LOG.debug("Moves are refused", why);
    List<Pending> refused = new ArrayList<>();
    queue.drainTo(refused);
    refuse(refused);
    submitNext();
  }

  private void refuse(List<Pending> refused) {
    for (Pending pending : refused) {
      pending.fail(new Refusal.Unavailable(RETRY_AFTER).asException());
      pending.release();
    }
    refused.clear();
    alone = 0;
  }

  /** Removes old answers, a portion each minute, or one after another while there are more. */
  @Override
  public void rest(Session session) throws SQLException {
    long now = System.nanoTime();
    if (now - purgedAt >= PURGE_EVERY_NANOS) {
      portionAt = now;
      if (!JdbcAnswers.purge(session, Micros.of(clock.instant()))) {
        purgedAt = now;
      }
    }
  }

  /** Where moves never pause there is no rest, and old answers would stay. */
  private void purgeAmongMoves(Session session) throws SQLException {
    if (System.nanoTime() - portionAt < PORTION_EVERY_NANOS) {
      return;
    }
    try {
      rest(session);
    } catch (SQLException e) {
      if (writer.trouble(session, e) != Trouble.NOT_NOW) {
        throw e;
      }
      session.rollback();
    }
  }
}
