package org.openworkbin.sql;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the store, on one session. It runs jobs in the order in which they
 * came, one at a time, and connects again where the session is lost; until then jobs are turned
 * away. It is a platform thread, since SQLite's calls would hold a virtual thread's carrier.
 */
public final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final long IDLE_MS = 200;
  private static final long FIRST_RETRY_MS = 50;
  private static final long LAST_RETRY_MS = 2_000;

  /** Ends the wait for a job: the writer is to stop. */
  private static final Job WAKE =
      new Job() {
        @Override
        public void run(Session session) {}

        @Override
        public void away(StoreAwayException why) {}
      };

  private final Store store;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final CopyOnWriteArrayList<Follower> followers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private @Nullable Session session;
  private @Nullable StoreAwayException away;
  private long retryMs = FIRST_RETRY_MS;
  private boolean taken;
  private volatile boolean unreachable;
  private volatile boolean stopping;
  private volatile boolean ended;

  /** Something to do on the writer's thread. Each is told one of the two, once. */
  public interface Job {

    /**
     * Does it. Where it throws, the session is given up and a new one opened; a job that has undone
     * its transaction and knows that the session is well does not throw.
     */
    void run(Session session) throws SQLException;

    /** Called instead while the store is away. */
    void away(StoreAwayException why);
  }

  /** Goes with the writer's sessions; all methods are called on its thread. */
  public interface Follower {

    /**
     * A session was opened and nothing has run on it. It is the only one that can write: whatever
     * an earlier one was doing is either durable now or has not happened.
     */
    void connected(Session session) throws SQLException;

    /** The store is still away; called at each attempt. */
    void away();

    /** Nobody waits for the writer: time for small portions of housekeeping. */
    void rest(Session session) throws SQLException;
  }

  Writer(Store store, Session session) {
    this.store = store;
    this.session = session;
    this.thread = Thread.ofPlatform().name("store-writer").daemon().unstarted(this::loop);
  }

  void start() {
    thread.start();
  }

  /** Queues a job; returns at once. */
  public void submit(Job job) {
    jobs.add(job);
    if (ended) {
      turnAwayAll();
    }
  }

  /** What that error means for the session. */
  public Trouble trouble(Session session, SQLException error) {
    return store.trouble(session, error);
  }

  /** Whether the last attempt to connect to the store failed. */
  boolean isUnreachable() {
    return unreachable;
  }

  /** Adds a follower and tells it of the present session before this method returns. */
  public void follow(Follower follower) {
    outsideOfTransactions(session -> {
      follower.connected(session);
      followers.add(follower);
      return true;
    });
  }

  /**
   * Runs that work in a transaction of its own and waits until it is durable. The work is on the
   * way of every move: it has to be quick. What it throws undoes it and is thrown here.
   *
   * @throws StoreAwayException if the store is away; where it went away during the commit, the work
   *     may have been done
   */
  <T> T write(Work<T> work) {
    return write(work, true);
  }

  /** The same without a transaction around it, between those of others. */
  <T> T outsideOfTransactions(Work<T> work) {
    return write(work, false);
  }

  private <T> T write(Work<T> work, boolean transaction) {
    if (Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("the writer's thread must not wait for itself");
    }
    if (stopping) {
      throw new StoreAwayException("the store is closed", null);
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    submit(new WriteJob<>(work, transaction, done, store));
    try {
      return done.join();
    } catch (CompletionException e) {
      throw Faults.rethrown(e.getCause());
    }
  }

  private void loop() {
    try {
      while (!stopping || hasJobs()) {
        Session current = session;
        if (taken) {
          followers.forEach(Follower::away);
          turnAway(LAST_RETRY_MS);
        } else if (current == null) {
          reconnect();
        } else {
          serve(current);
        }
      }
    } catch (InterruptedException _) {
      LOG.warn("The writer was interrupted and stops");
    } finally {
      end();
    }
  }

  private boolean hasJobs() {
    jobs.remove(WAKE);
    return !jobs.isEmpty();
  }

  private void serve(Session current) throws InterruptedException {
    Job job = jobs.poll(IDLE_MS, TimeUnit.MILLISECONDS);
    try {
      if (current.connection().isClosed()) {
        lose(current, new SQLException("closed"));
        postpone(job);
      } else if (job != null) {
        job.run(current);
      } else {
        restIfPossible(current);
      }
    } catch (SQLException | RuntimeException | Error e) {
      lose(current, e);
    }
  }

  /** What was found lost before a job began is no matter of the job. */
  private void postpone(@Nullable Job job) {
    if (job != null) {
      jobs.add(job);
    }
  }

  /** Housekeeping may need room, too; it is tried again. */
  private void restIfPossible(Session current) throws SQLException {
    try {
      rest(current);
    } catch (SQLException e) {
      if (store.trouble(current, e) != Trouble.NOT_NOW) {
        throw e;
      }
      LOG.debug("The store takes no housekeeping just now", e);
      current.rollback();
    }
  }

  private void rest(Session current) throws SQLException {
    for (Follower follower : followers) {
      if (!jobs.isEmpty()) {
        return;
      }
      follower.rest(current);
    }
  }

  /** After an error of the machine too: a session that stays away would end all writing. */
  private void lose(Session lost, Throwable cause) {
    session = null;
    retryMs = FIRST_RETRY_MS;
    away = new StoreAwayException("the store is away", cause);
    LOG.warn("The writer's session is lost and will be opened again", cause);
    close(lost);
  }

  private void reconnect() throws InterruptedException {
    Session fresh = null;
    try {
      store.claim();
      fresh = store.openWriter();
      for (Follower follower : followers) {
        follower.connected(fresh);
      }
      session = fresh;
      unreachable = false;
      LOG.info("The writer has a session again");
    } catch (StoreInUseException e) {
      LOG.error("Nothing is written any more, restart: {}", e.getMessage());
      away = new StoreAwayException("the store was taken by another process", e);
      taken = true;
    } catch (SQLException | RuntimeException | Error e) {
      away = new StoreAwayException("the store is away", e);
      unreachable = true;
      if (fresh != null) {
        close(fresh);
      }
      followers.forEach(Follower::away);
      turnAway(retryMs);
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
    }
  }

  /** Turns jobs away for that long. */
  private void turnAway(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; left > 0 && !stopping; ) {
      Job job = jobs.poll(Math.min(left, IDLE_MS), TimeUnit.MILLISECONDS);
      if (job != null) {
        job.away(reason());
      }
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    if (stopping) {
      turnAwayAll();
    }
  }

  private StoreAwayException reason() {
    return away == null ? new StoreAwayException("the store is closed", null) : away;
  }

  private void turnAwayAll() {
    for (Job job = jobs.poll(); job != null; job = jobs.poll()) {
      job.away(reason());
    }
  }

  private void end() {
    stopping = true;
    Session last = session;
    if (last != null) {
      close(last);
      session = null;
    }
    // In this order: a job that comes in between is turned away by its caller.
    ended = true;
    turnAwayAll();
  }

  private static void close(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      LOG.debug("The session was lost", e);
    }
  }

  /** Runs what is queued, then ends. */
  void stop() {
    stopping = true;
    jobs.add(WAKE);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
