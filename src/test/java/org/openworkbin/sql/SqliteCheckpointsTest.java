package org.openworkbin.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of SQLite's log while there are writes, and after them. */
class SqliteCheckpointsTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void logIsBegunAnewWhileWritesNeverPause() throws IOException {
    try (Database database = open()) {
      for (int i = 0; i < 400; i++) {
        write(database, i);
      }

      assertThat(Files.size(log())).isLessThan(300 * MEGABYTE);
    }
    assertThat(log()).doesNotExist();
  }

  @Test
  void logIsBegunAnewAlthoughOneSnapshotBeginsBeforeTheOtherEnds() throws Exception {
    try (Database database = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicBoolean ended = new AtomicBoolean();
      AtomicInteger snapshots = new AtomicInteger();
      List<Future<Boolean>> readers = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        readers.add(
            threads.submit(() -> {
              while (!ended.get()) {
                database.snapshot(
                    Duration.ofMinutes(1), snapshot -> readSlowly(snapshot, snapshots));
              }
              return true;
            }));
      }
      for (int i = 0; i < 400; i++) {
        write(database, i);
      }
      ended.set(true);
      for (Future<Boolean> reader : readers) {
        assertThat(reader.get()).isTrue();
      }

      assertThat(snapshots).hasValueGreaterThan(3);
      assertThat(Files.size(log())).isLessThan(250 * MEGABYTE);
    }
  }

  /** At its own pace, so that the readers drift apart. */
  private static void readSlowly(Snapshot snapshot, AtomicInteger snapshots) {
    try {
      snapshot.query(SqliteCheckpointsTest::contents);
      Thread.sleep(200 + 37 * (snapshots.incrementAndGet() % 5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long contents(Session session) {
    return session.client().sql("select count(*) from content").query(Long.class).single();
  }

  @Test
  void whatIsWrittenIsInTheFileAfterAPause() {
    try (Database database = open()) {
      write(database, 1);

      Awaitility.await().until(() -> left(database) == 0);
    }
  }

  @Test
  void whoeverReadsKeepsTheWriterFromNothing() throws Exception {
    try (Database database = open()) {
      write(database, 0);
      Semaphore reads = new Semaphore(0);
      Semaphore end = new Semaphore(0);
      Thread reader =
          Thread.startVirtualThread(() ->
              database.snapshot(
                  Duration.ofMinutes(1),
                  _ -> {
                    reads.release();
                    end.acquireUninterruptibly();
                  }));
      reads.acquire();
      for (int i = 1; i <= 40; i++) {
        write(database, i);
      }
      assertThat(left(database)).isPositive();

      end.release();
      reader.join();
      Awaitility.await().until(() -> left(database) == 0);
    }
  }

  private Database open() {
    return Database.open(DatabaseSettings.of("", "", ""), folder);
  }

  private static void write(Database database, int number) {
    String row = "insert into content values (?, '', '', 0, '', hex(zeroblob(524288)))";
    database.write(session -> session.client().sql(row).param(-number - 1).update());
  }

  private static int left(Database database) {
    return database.read(session -> {
      try (ResultSet row = session.prepared("pragma wal_checkpoint(noop)").executeQuery()) {
        row.next();
        return row.getInt(2) - row.getInt(3);
      }
    });
  }

  private Path log() {
    return folder.resolve("open-workbin.db-wal");
  }
}
