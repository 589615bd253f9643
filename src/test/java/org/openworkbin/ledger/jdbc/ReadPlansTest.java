package org.openworkbin.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.in;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestLedger;

/** How the databases find what lies in a bin: by an index in bin order, without count or sort. */
class ReadPlansTest {

  @ParameterizedTest
  @EnumSource
  void pagesAreReadInIndexOrder(Dialect dialect) {
    try (TestLedger store = TestLedger.on(dialect)) {
      store.create(in(store.newBin()));

      assertThat(plan(store, JdbcPages.sql(EnumSet.allOf(Medium.class))))
          .contains("interaction_page");
      assertThat(plan(store, JdbcPages.sql(Set.of(Medium.CHAT)))).contains("interaction_medium");
      assertThat(plan(store, JdbcPages.sql(Set.of(Medium.CHAT, Medium.EMAIL))))
          .contains("interaction_");
      assertThat(plan(store, JdbcPages.sql(Set.of(Medium.CHAT)))).contains("interaction_placed");
      assertThat(plan(store, JdbcPages.sqlBehind(EnumSet.allOf(Medium.class))))
          .contains("interaction_page");
      assertThat(plan(store, JdbcPages.sqlBehind(Set.of(Medium.CHAT))))
          .contains("interaction_medium");
    }
  }

  @ParameterizedTest
  @EnumSource
  void chunksAndHandsAreReadInIndexOrder(Dialect dialect) {
    try (TestLedger store = TestLedger.on(dialect)) {
      assertThat(plan(store, JdbcBinView.sql(Set.of(Medium.CHAT)))).contains("interaction_medium");
      assertThat(plan(store, JdbcBinView.sql(EnumSet.allOf(Medium.class))))
          .contains("interaction_page");
      assertThat(plan(store, JdbcHands.IN_HAND)).contains("interaction_holder");
      assertThat(plan(store, JdbcHands.OFFERED_TO)).contains("interaction_offered");
    }
  }

  /** Asked again and again, in a store that holds far more than anybody has in hand. */
  @ParameterizedTest
  @EnumSource
  void holdersAndOffersAreFoundByTheirIndexes(Dialect dialect) {
    try (TestLedger store = TestLedger.on(dialect)) {
      assertThat(lines(store, JdbcHands.HOLDERS)).contains("interaction_holder");
      assertThat(lines(store, JdbcHands.OFFERS)).contains("interaction_offered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesAreReadInIndexOrder(Dialect dialect) {
    try (TestLedger store = TestLedger.on(dialect)) {
      assertThat(plan(store, JdbcJournal.LEFT)).contains("journal_left");
      assertThat(plan(store, JdbcJournal.ENTERED)).contains("journal_entered");
      plan(store, JdbcJournal.AFTER);
    }
  }

  /** What is counted is what happened since, and what lies there: not the journal. */
  @ParameterizedTest
  @EnumSource
  void figuresAreCountedByTheIndexesOfTheBin(Dialect dialect) {
    try (TestLedger store = TestLedger.on(dialect)) {
      assertThat(plan(store, JdbcFigures.ENTERED_BEFORE)).contains("journal_entered");
      assertThat(plan(store, JdbcFigures.LEFT_BEFORE)).contains("journal_left");
      assertThat(lines(store, JdbcFigures.ENTERED)).contains("journal_entered");
      assertThat(lines(store, JdbcFigures.LEFT)).contains("journal_left");
      assertThat(lines(store, JdbcFigures.PLACED)).contains("interaction_placed");
    }
  }

  /** The plan as the readers get it, after checking that nothing in it grows with the store. */
  private static String plan(TestLedger store, String sql) {
    String plan = lines(store, sql);
    assertThat(plan)
        .doesNotContain("Sort", "Seq Scan", "Aggregate", "Bitmap", "Hash")
        .doesNotContain("TEMP B-TREE")
        .doesNotContainPattern(
            "SCAN (p|o|i|c|j|b|interaction|content|journal|bin)\\b(?! LEFT-JOIN)");
    return plan;
  }

  private static String lines(TestLedger store, String sql) {
    boolean sqlite = store.database().dialect() == Dialect.SQLITE;
    List<String> lines =
        store
            .database()
            .read(session -> {
              try (Statement statement = session.connection().createStatement()) {
                if (sqlite) {
                  return column(statement, "explain query plan " + sql, 4);
                }
                statement.execute("deallocate all");
                statement.execute("prepare asked as " + numbered(sql));
                String nulls =
                    parameters(sql) == 0
                        ? ""
                        : "(" + "null, ".repeat(parameters(sql) - 1) + "null)";
                return column(statement, "explain (costs off) execute asked " + nulls, 1);
              }
            });
    return String.join("\n", lines);
  }

  private static List<String> column(Statement statement, String sql, int column)
      throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(column));
      }
    }
    return values;
  }

  private static int parameters(String sql) {
    return (int) sql.chars().filter(c -> c == '?').count();
  }

  /** PostgreSQL numbers its parameters. */
  private static String numbered(String sql) {
    AtomicInteger number = new AtomicInteger();
    return Pattern.compile("\\?").matcher(sql).replaceAll(_ -> "\\$" + number.incrementAndGet());
  }
}
