package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openworkbin.testing.TestLedger.in;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.jdbc.JdbcLedgerCheck;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.Dialect;
import org.openworkbin.sql.StoreAwayException;
import org.openworkbin.sql.Work;
import org.openworkbin.testing.TestLedger;

/** What a ledger on SQLite promises when its file can't grow, or can't be written at all. */
class FullDiskTest {
  private static final String FULL = "pragma max_page_count = 1";
  private static final String ROOM = "pragma max_page_count = 1000000000";

  @Test
  void nothingIsLostOrDoubledAndItGoesOnWhenThereIsRoom() throws Exception {
    try (TestLedger store = TestLedger.on(Dialect.SQLITE);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        StubbornCrowd crowd = new StubbornCrowd(store, threads)) {
      for (int round = 0; round < 3; round++) {
        int before = crowd.refusals();
        store.database().write(pragma(FULL));
        Awaitility.await().until(() -> crowd.refusals() > before + 100);
        store.database().write(pragma(ROOM));
        int wanted = crowd.acknowledged() + 100;
        Awaitility.await().until(() -> crowd.acknowledged() > wanted);
      }
      crowd.stop();
      assertThat(store.database().read(JdbcLedgerCheck::findings)).isEmpty();
      crowd.nothingIsLostOrDoubled();
    }
  }

  @Test
  void otherWritesFindTheStoreAwayToo() {
    String large = "insert into content values (-1, '', '', 0, '', hex(zeroblob(1000000)))";
    Work<Integer> bySpring = session -> session.client().sql(large).update();
    Work<Integer> byHand = session -> session.prepared(large).executeUpdate();
    try (TestLedger store = TestLedger.on(Dialect.SQLITE)) {
      store.database().write(pragma(FULL));

      assertThatThrownBy(() -> store.database().write(bySpring))
          .isInstanceOf(StoreAwayException.class);
      assertThatThrownBy(() -> store.database().write(byHand))
          .isInstanceOf(StoreAwayException.class);

      store.database().write(pragma(ROOM));
      assertThat(store.database().write(bySpring)).isEqualTo(1);
    }
  }

  @Test
  void aSessionThatCannotWriteIsReplaced() {
    try (TestLedger store = TestLedger.on(Dialect.SQLITE)) {
      BinId bin = store.newBin();
      store.create(in(bin));
      FutureTask<Interaction> creation = new FutureTask<>(() -> store.create(in(bin)));
      Thread creator = Thread.ofPlatform().unstarted(creation);
      // The creation is queued before the writer rests: its housekeeping would meet the error, too.
      store
          .database()
          .write(session -> {
            creator.start();
            Awaitility.await().until(() -> creator.getState() == Thread.State.WAITING);
            return execute(session.connection(), "pragma query_only = on");
          });

      assertThatThrownBy(creation::get)
          .cause()
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));

      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(store.create(in(bin)).hold()).isPositive());
      assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 2, 2));
    }
  }

  private static Work<Boolean> pragma(String sql) {
    return session -> execute(session.connection(), sql);
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }
}
