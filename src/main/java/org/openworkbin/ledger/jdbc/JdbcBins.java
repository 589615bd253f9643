package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.openworkbin.sql.Snapshot;
import org.springframework.dao.DataAccessResourceFailureException;

/** What lies in the bins of a store; every answer is by an index that begins with the bin. */
final class JdbcBins implements Bins {
  private static final int CHUNK = 500;

  private static final String STATE = "select revision, item_count from bin where no = ?";

  /**
   * State and items in one statement, which is one view. The limit stands inside, so that the
   * content is read for the page only; {@code cross join} keeps SQLite from turning the order of
   * the join round.
   */
  private static final String PAGE =
      "select b.revision, b.item_count, "
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + """

          from bin b left join (
            select * from interaction p where p.bin_no = ? %s
            order by p.rank, p.place_seq, p.id limit ? offset ?
          ) i on true left join content c on c.no = i.content_no
          where b.no = ?
          """;

  private static final int FIRST_OF_PAGE = 3;

  private static final String SELECT =
      "select " + JdbcRows.INTERACTION + ", " + JdbcRows.CONTENT + "\n";

  static final String CHUNK_OF_MEDIUM =
      SELECT
          + """
          from interaction i join content c on c.no = i.content_no
          where i.bin_no = ? and i.medium = ? and (i.rank, i.place_seq, i.id) > (?, ?, ?)
          order by i.rank, i.place_seq, i.id limit ?
          """;

  private static final String FIND =
      SELECT + "from interaction i join content c on c.no = i.content_no where i.id = ?";

  static final String IN_HAND =
      SELECT
          + """
          from interaction i join content c on c.no = i.content_no
          where i.holder = ? order by i.since, i.id
          """;

  private final Database database;
  private final JdbcBinNumbers numbers;
  private final Duration readLimit;

  JdbcBins(Database database, JdbcBinNumbers numbers, LedgerSettings settings) {
    this.database = database;
    this.numbers = numbers;
    this.readLimit = settings.readLimit();
  }

  @Override
  public BinState state(BinId bin) {
    return JdbcReads.of(database, session -> state(session, bin));
  }

  private BinState state(Session session, BinId bin) throws SQLException {
    long number = numbers.find(session, bin);
    if (number == 0) {
      return new BinState(bin, 0, 0);
    }
    PreparedStatement statement = session.prepared(STATE);
    statement.setLong(1, number);
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return new BinState(bin, row.getLong(1), row.getLong(2));
    }
  }

  @Override
  public Map<BinId, BinState> states(Collection<BinId> bins) {
    return JdbcReads.of(database, session -> states(session, bins));
  }

  private Map<BinId, BinState> states(Session session, Collection<BinId> bins) throws SQLException {
    Map<BinId, BinState> states = new HashMap<>();
    Map<Long, BinId> used = new HashMap<>();
    for (BinId bin : bins) {
      states.put(bin, new BinState(bin, 0, 0));
      long number = numbers.find(session, bin);
      if (number != 0) {
        used.put(number, bin);
      }
    }
    if (used.isEmpty()) {
      return states;
    }
    String list = used.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
    String sql = "select no, revision, item_count from bin where no in (" + list + ")";
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        BinId bin = numbers.bin(session, row.getLong(1));
        states.put(bin, new BinState(bin, row.getLong(2), row.getLong(3)));
      }
    }
    return states;
  }

  @Override
  public Page page(BinId bin, Set<Medium> media, int limit, long offset) {
    return JdbcReads.of(
        database,
        session -> {
          long number = numbers.find(session, bin);
          return number == 0 || media.isEmpty()
              ? new Page(state(session, bin), List.of())
              : page(session, bin, number, media, limit, offset);
        });
  }

  private Page page(
      Session session, BinId bin, long number, Set<Medium> media, int limit, long offset)
      throws SQLException {
    PreparedStatement statement = session.prepared(pageSql(media));
    statement.setLong(1, number);
    statement.setInt(2, limit);
    statement.setLong(3, offset);
    statement.setLong(4, number);
    JdbcRows rows = new JdbcRows(numbers, session);
    List<Interaction> items = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      BinState state = new BinState(bin, row.getLong(1), row.getLong(2));
      if (row.getString(FIRST_OF_PAGE) != null) {
        do {
          items.add(rows.interaction(row, FIRST_OF_PAGE));
        } while (row.next());
      }
      return new Page(state, items);
    }
  }

  /**
   * With one medium the index by medium has the order; with several the one of the whole bin has
   * it, and {@code + 0} keeps the database from taking the other.
   */
  static String pageSql(Set<Medium> media) {
    if (media.size() == Medium.values().length) {
      return PAGE.formatted("");
    }
    String codes =
        media.stream()
            .map(Medium::code)
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return PAGE.formatted(
        media.size() == 1 ? "and p.medium = " + codes : "and p.medium + 0 in (" + codes + ")");
  }

  @Override
  public void read(BinId bin, Set<Medium> media, ContentReader reader) {
    try {
      database.snapshot(
          readLimit,
          snapshot -> {
            reader.start(snapshot.query(session -> state(session, bin)));
            for (Medium medium : Medium.values()) {
              if (media.contains(medium)) {
                read(snapshot, bin, medium, reader);
              }
            }
          });
    } catch (DataAccessResourceFailureException e) {
      throw JdbcReads.refusal(e);
    }
  }

  private void read(Snapshot snapshot, BinId bin, Medium medium, ContentReader reader)
      throws SQLException {
    List<Interaction> chunk = snapshot.query(session -> first(session, bin, medium));
    while (!chunk.isEmpty()) {
      chunk.forEach(reader::item);
      Interaction last = chunk.getLast();
      chunk =
          chunk.size() < CHUNK
              ? List.of()
              : snapshot.query(session -> after(session, bin, medium, last));
    }
  }

  private List<Interaction> first(Session session, BinId bin, Medium medium) throws SQLException {
    return chunk(session, bin, medium, Long.MIN_VALUE, 0, "");
  }

  private List<Interaction> after(Session session, BinId bin, Medium medium, Interaction last)
      throws SQLException {
    long seq = last.placement().orElseThrow().seq();
    return chunk(session, bin, medium, -(long) last.content().priority(), seq, last.id().value());
  }

  private List<Interaction> chunk(
      Session session, BinId bin, Medium medium, long rank, long seq, String id)
      throws SQLException {
    PreparedStatement statement = session.prepared(CHUNK_OF_MEDIUM);
    statement.setLong(1, numbers.find(session, bin));
    statement.setInt(2, medium.code());
    statement.setLong(3, rank);
    statement.setLong(4, seq);
    statement.setString(5, id);
    statement.setInt(6, CHUNK);
    return interactions(session, statement);
  }

  @Override
  public Optional<Interaction> find(InteractionId id) {
    return JdbcReads.of(
        database,
        session -> {
          PreparedStatement statement = session.prepared(FIND);
          statement.setString(1, id.value());
          return interactions(session, statement).stream().findFirst();
        });
  }

  @Override
  public List<Interaction> inHand(UserId agent) {
    return JdbcReads.of(
        database,
        session -> {
          PreparedStatement statement = session.prepared(IN_HAND);
          statement.setString(1, agent.value());
          return interactions(session, statement);
        });
  }

  private List<Interaction> interactions(Session session, PreparedStatement statement)
      throws SQLException {
    JdbcRows rows = new JdbcRows(numbers, session);
    List<Interaction> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(rows.interaction(row, 1));
      }
    }
    return found;
  }
}
