package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.entry;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.jdbc.JdbcLedgerCheck;
import org.openworkbin.ledger.jdbc.JdbcLedgerParts;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.DatabaseSettings;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestPostgres;

/** A store of an older version, with work in it, comes up whole in this one. */
class UpgradeTest {
  private static final String BEFORE_OFFERS = "4";
  private static final UserId AGENT = new UserId("agent");
  private static final BinId BIN = new BinId(new WorkbinId("workbin"), new AgentGroupId("group"));

  /** One chat that was created in a bin and is there, one that was pulled and is in hand. */
  private static final List<String> WORK =
      List.of(
          "insert into bin (workbin, owner_kind, owner, revision, item_count)"
              + " values ('workbin', 2, 'group', 3, 1)",
          "insert into content values (1, 'Inbound', '2026-01-01 00:00:00.000+0000', 4, '{}', '{}')",
          "insert into content values (2, 'Inbound', '2026-01-01 00:00:00.000+0000', 0, '{}', '{}')",
          "insert into interaction (id, medium, rank, submitted_at, submitted_by, bin_no, since, hold,"
              + " place_seq, placed_at, content_no)"
              + " select 'parked', 1, -4, 10, 'ada', no, 10, 1, 1, 10, 1 from bin",
          "insert into interaction (id, medium, rank, submitted_at, submitted_by, holder, since, hold,"
              + " place_seq, placed_at, last_bin, content_no)"
              + " select 'held', 1, 0, 20, 'ada', 'agent', 30, 3, 2, 20, no, 2 from bin",
          entryOf(1, "parked", "null, null, null, no, 1, 1", "null", 1, "1, 10, null, 1"),
          entryOf(2, "held", "null, null, null, no, 2, 2", "null", 1, "2, 20, null, 2"),
          entryOf(3, "held", "no, 3, 1, null, null, null", "'agent'", 3, "2, 20, no, 2"));

  private static String entryOf(
      int number, String item, String states, String holder, int reason, String rest) {
    return """
    insert into journal (number, at, interaction, wave, left_bin, left_revision, left_count,
      entered_bin, entered_revision, entered_count, to_holder, actor, reason, reference_id,
      since, place_seq, placed_at, last_bin, content_no)
    select %d, %d, '%s', '00000000-0000-0000-0000-000000000000', %s, %s, 'agent', %d, 0, %d, %s
    from bin
    """
        .formatted(number, number * 10, item, states, holder, reason, number * 10, rest);
  }

  @ParameterizedTest
  @EnumSource
  void workOfAnOlderStoreIsWhereItWas(Dialect dialect, @TempDir Path data) throws Exception {
    DatabaseSettings settings =
        dialect == Dialect.SQLITE
            ? DatabaseSettings.of("", "", "")
            : TestPostgres.shared().emptyDatabase();
    Stores old = Stores.on(settings, data);
    migrate(old, dialect);
    try (Connection connection = old.connection();
        Statement statement = connection.createStatement()) {
      for (String sql : WORK) {
        statement.execute(sql);
      }
    }

    try (Database database = Database.open(settings, data)) {
      JdbcLedgerParts store =
          JdbcLedgerParts.on(
              database,
              new RandomIds(InstantSource.system(), new SecureRandom()),
              InstantSource.system(),
              LedgerSettings.defaults());

      Interaction held = store.hands().inHand(AGENT).getFirst();
      assertThat(held.id()).isEqualTo(new InteractionId("held"));
      assertThat(held.contentVersion()).isEqualTo(2);
      assertThat(held.home()).isEmpty();
      assertThat(store.journal().after(0, 10))
          .hasSize(3)
          .last()
          .satisfies(entry -> assertThat(entry.interaction()).isEqualTo(held));
      assertThat(database.read(JdbcLedgerCheck::findings)).isEmpty();

      Move release =
          new Move(
                  held.id(),
                  Optional.empty(),
                  held.location(),
                  new Location.Bin(BIN),
                  AGENT,
                  Reason.RELEASE,
                  0)
              .on(Move.Terms.NONE.fencedBy(held.hold()).toOldPlace());
      assertThat(entry(store.ledger().move(release)).entered()).contains(new BinState(BIN, 4, 2));
      assertThat(store.bins().page(BIN, EnumSet.allOf(Medium.class), 10, 0).items())
          .extracting(item -> item.id().value())
          .containsExactly("parked", "held");
    }
  }

  private static void migrate(Stores store, Dialect dialect) {
    String url =
        dialect == Dialect.SQLITE
            ? "jdbc:sqlite:" + store.data().resolve("open-workbin.db")
            : store.settings().url();
    Flyway.configure()
        .dataSource(url, store.settings().username(), store.settings().password())
        .locations(
            "classpath:db/migration/common",
            "classpath:db/migration/" + (dialect == Dialect.SQLITE ? "sqlite" : "postgresql"))
        .target(BEFORE_OFFERS)
        .load()
        .migrate();
  }
}
