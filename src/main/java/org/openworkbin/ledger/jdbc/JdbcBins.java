package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Position;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.openworkbin.sql.Snapshot;
import org.springframework.dao.DataAccessResourceFailureException;

/** What lies in the bins of a store; every answer is by an index that begins with the bin. */
final class JdbcBins implements Bins {
  private static final String STATE = "select revision, item_count from bin where no = ?";

  private static final String SELECT =
      "select " + JdbcRows.INTERACTION + ", " + JdbcRows.CONTENT + "\n";

  private static final String FIND =
      SELECT + "from interaction i join content c on c.no = i.content_no where i.id = ?";

  private final Database database;
  private final JdbcBinNumbers numbers;
  private final JdbcPages pages;
  private final Duration readLimit;
  private final JdbcOverviews overviews;

  JdbcBins(Database database, JdbcBinNumbers numbers, LedgerSettings settings) {
    this.database = database;
    this.numbers = numbers;
    this.pages = new JdbcPages(numbers);
    this.readLimit = settings.readLimit();
    this.overviews = new JdbcOverviews(numbers);
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
    return JdbcReads.of(database, session -> pages.page(session, bin, media, limit, offset));
  }

  @Override
  public Page pageAfter(BinId bin, Set<Medium> media, Position after, int limit) {
    return JdbcReads.of(database, session -> pages.page(session, bin, media, after, limit));
  }

  @Override
  public void look(BinId bin, Supplier<Held> hold, Consumer<BinView> work) {
    try {
      database.snapshot(
          readLimit,
          snapshot -> {
            work.accept(new JdbcBinView(snapshot, numbers, bin, head(snapshot, bin, hold)));
          });
    } catch (DataAccessResourceFailureException e) {
      throw JdbcReads.refusal(e);
    }
  }

  /** The first query of a snapshot is what fixes it, on both stores. */
  private Page head(Snapshot snapshot, BinId bin, Supplier<Held> hold) {
    try (Held _ = hold.get()) {
      return snapshot.query(session -> pages.head(session, bin));
    }
  }

  @Override
  public Optional<Interaction> find(InteractionId id) {
    return JdbcReads.of(
        database,
        session -> {
          PreparedStatement statement = session.prepared(FIND);
          statement.setString(1, id.value());
          return new JdbcRows(numbers, session).interactions(statement).stream().findFirst();
        });
  }

  @Override
  public List<BinState> occupied() {
    return JdbcReads.of(database, overviews::occupied);
  }

  @Override
  public Map<BinId, Times> times(Collection<BinId> bins) {
    return JdbcReads.of(
        database,
        session -> {
          Map<BinId, Times> times = new LinkedHashMap<>();
          for (BinId bin : bins) {
            times.put(bin, overviews.times(session, bin));
          }
          return times;
        });
  }
}
