package org.openworkbin.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.concurrent.Semaphore;
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
      for (int i = 0; i < 160; i++) {
        write(database, i);
      }

      assertThat(Files.size(log())).isLessThan(100 * MEGABYTE);
    }
    assertThat(log()).doesNotExist();
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
