package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Journal;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal in a store, its newest entries in memory. */
final class JdbcJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcJournal.class);

  private static final int CHUNK = 100;

  /** After so much content no further chunk of changes is read. */
  private static final long MAX_CHARACTERS = 8_000_000;

  private static final String LAST = "select coalesce(max(number), 0) from journal";

  private static final String FROM =
      """

      from journal j join interaction i on i.id = j.interaction
        join content c on c.no = j.content_no
      """;

  static final String AFTER =
      "select " + JdbcRows.ENTRY + FROM + "where j.number > ? order by j.number limit ?";

  private static final String BIN =
      "select revision, item_count, journal_from from bin where no = ?";

  static final String LEFT =
      "select "
          + JdbcRows.ENTRY
          + FROM
          + "where j.left_bin = ? and j.left_revision > ? and j.left_revision <= ?"
          + " order by j.left_revision limit ?";

  static final String ENTERED =
      "select "
          + JdbcRows.ENTRY
          + FROM
          + "where j.entered_bin = ? and j.entered_revision > ? and j.entered_revision <= ?"
          + " order by j.entered_revision limit ?";

  static final String INTERACTION =
      "select " + JdbcRows.ENTRY + FROM + "where j.interaction = ? order by j.number desc limit ?";

  private final Database database;
  private final JdbcBinNumbers numbers;
  private final RecentEntries recent = new RecentEntries();
  private final CopyOnWriteArrayList<Runnable> nudges = new CopyOnWriteArrayList<>();
  private volatile long last;
  private boolean known;

  JdbcJournal(Database database, JdbcBinNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  @Override
  public long last() {
    return last;
  }

  @Override
  public List<Entry> after(long number, int limit) {
    if (number >= last) {
      return List.of();
    }
    return recent.after(number, limit).orElseGet(() -> stored(number, limit));
  }

  private List<Entry> stored(long number, int limit) {
    return JdbcReads.of(
        database,
        session -> {
          PreparedStatement statement = session.prepared(AFTER);
          statement.setLong(1, number);
          statement.setInt(2, limit);
          return entries(session, statement);
        });
  }

  private List<Entry> entries(Session session, PreparedStatement statement) throws SQLException {
    JdbcRows rows = new JdbcRows(numbers, session);
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(rows.entry(row));
      }
    }
    return entries;
  }

  @Override
  public Changes ofBin(BinId bin, long sinceRevision, int limit) {
    return JdbcReads.of(database, session -> changes(session, bin, sinceRevision, limit));
  }

  /**
   * The state is read first and no entry after its revision: entries never change, so together they
   * are one view without a transaction.
   */
  private Changes changes(Session session, BinId bin, long since, int limit) throws SQLException {
    long number = numbers.find(session, bin);
    if (number == 0) {
      return new Changes(new BinState(bin, 0, 0), 0, List.of());
    }
    PreparedStatement statement = session.prepared(BIN);
    statement.setLong(1, number);
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      BinState state = new BinState(bin, row.getLong(1), row.getLong(2));
      long oldest = row.getLong(3);
      return new Changes(state, oldest, entries(session, number, since, state, limit));
    }
  }

  /** In chunks, so that no more is read than is kept. */
  private List<Entry> entries(Session session, long bin, long since, BinState state, int limit)
      throws SQLException {
    List<Entry> entries = new ArrayList<>();
    long characters = 0;
    long from = since;
    while (entries.size() < limit && characters < MAX_CHARACTERS && from < state.revision()) {
      int most = Math.min(CHUNK, limit - entries.size());
      List<Entry> found = new ArrayList<>();
      found.addAll(touching(session, LEFT, bin, from, state.revision(), most));
      found.addAll(touching(session, ENTERED, bin, from, state.revision(), most));
      found.sort(Comparator.comparingLong(Entry::number));
      List<Entry> chunk = found.subList(0, Math.min(most, found.size()));
      entries.addAll(chunk);
      if (chunk.size() < most) {
        break;
      }
      characters += chunk.stream().mapToLong(RecentEntries::size).sum();
      from = revision(chunk.getLast(), state.bin());
    }
    return entries;
  }

  /** The revision that the bin had after an entry that touched it. */
  private static long revision(Entry entry, BinId bin) {
    return Stream.of(entry.left(), entry.entered())
        .flatMap(Optional::stream)
        .filter(state -> state.bin().equals(bin))
        .mapToLong(BinState::revision)
        .max()
        .orElseThrow();
  }

  private List<Entry> touching(
      Session session, String sql, long bin, long since, long until, int limit)
      throws SQLException {
    PreparedStatement statement = session.prepared(sql);
    statement.setLong(1, bin);
    statement.setLong(2, since);
    statement.setLong(3, until);
    statement.setInt(4, limit);
    return entries(session, statement);
  }

  @Override
  public List<Entry> ofInteraction(InteractionId interaction, int limit) {
    return JdbcReads.of(
        database,
        session -> {
          PreparedStatement statement = session.prepared(INTERACTION);
          statement.setString(1, interaction.value());
          statement.setInt(2, limit);
          return entries(session, statement);
        });
  }

  @Override
  public void onCommit(Runnable nudge) {
    nudges.add(nudge);
  }

  /** The number of the newest entry in the store. */
  long readLast(Session session) throws SQLException {
    return number(session, LAST);
  }

  private static long number(Session session, String sql) throws SQLException {
    try (ResultSet row = session.prepared(sql).executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Makes sure on a new session that the store is as this process left it.
   *
   * @param stored the number of the newest entry in the store
   */
  void goOnAfter(long stored) {
    if (known && last != stored) {
      throw new IllegalStateException(
          "the journal ends at %d and not at %d as this process left it: restart"
              .formatted(stored, last));
    }
    last = stored;
    known = true;
  }

  /** Makes sure that nothing but {@code added} entries were added since the newest known one. */
  void checkOnly(int added, long stored) {
    if (last + added != stored) {
      goOnAfter(stored - added);
    }
  }

  /** Lets the journal be taken as it is on the next session. */
  void forget() {
    recent.clear();
    known = false;
  }

  /** Adds entries that are durable now. */
  void publish(List<Entry> entries) {
    if (!entries.isEmpty()) {
      recent.add(entries);
      last = entries.getLast().number();
    }
  }

  /** Tells those who follow the journal that it may be longer now. */
  void nudge() {
    for (Runnable nudge : nudges) {
      try {
        nudge.run();
      } catch (RuntimeException e) {
        LOG.error("A follower of the journal failed", e);
      }
    }
  }
}
