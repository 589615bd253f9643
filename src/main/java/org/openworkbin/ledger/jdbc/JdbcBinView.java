package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Bins.Page;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Position;
import org.openworkbin.sql.Session;
import org.openworkbin.sql.Snapshot;

/** A bin in one snapshot of the store, read in chunks. */
final class JdbcBinView implements BinView {
  private static final int CHUNK = 500;

  private static final String SELECT =
      "select " + JdbcRows.INTERACTION + ", " + JdbcRows.CONTENT + "\n";

  private static final String CHUNK_SQL =
      SELECT
          + """
          from interaction i join content c on c.no = i.content_no
          where i.bin_no = ? %s and (i.rank, i.place_seq, i.id) > (?, ?, ?)
          order by i.rank, i.place_seq, i.id limit ?
          """;

  private final Snapshot snapshot;
  private final JdbcBinNumbers numbers;
  private final BinId bin;
  private final Page head;

  /**
   * @param head the state of the bin in that snapshot
   */
  JdbcBinView(Snapshot snapshot, JdbcBinNumbers numbers, BinId bin, Page head) {
    this.snapshot = snapshot;
    this.numbers = numbers;
    this.bin = bin;
    this.head = head;
  }

  @Override
  public BinState state() {
    return head.state();
  }

  @Override
  public Optional<Instant> oldest() {
    return head.oldest();
  }

  @Override
  public void read(Medium medium, Consumer<Interaction> reader) {
    scan(
        EnumSet.of(medium),
        Optional.empty(),
        item -> {
          reader.accept(item);
          return true;
        });
  }

  @Override
  public void scan(Set<Medium> media, Optional<Position> after, Predicate<Interaction> reader) {
    Optional<Position> from = after;
    boolean more = !media.isEmpty() && state().itemCount() > 0;
    while (more) {
      List<Interaction> chunk = chunk(media, from);
      for (Interaction item : chunk) {
        if (!reader.test(item)) {
          return;
        }
      }
      more = chunk.size() == CHUNK;
      if (more) {
        from = Optional.of(Position.of(chunk.getLast()));
      }
    }
  }

  private List<Interaction> chunk(Set<Medium> media, Optional<Position> after) {
    return snapshot.query(session -> chunk(session, media, after));
  }

  private List<Interaction> chunk(Session session, Set<Medium> media, Optional<Position> after)
      throws SQLException {
    PreparedStatement statement = session.prepared(sql(media));
    statement.setLong(1, numbers.find(session, bin));
    statement.setLong(2, after.map(JdbcPages::rank).orElse(Long.MIN_VALUE));
    statement.setLong(3, after.map(Position::seq).orElse(0L));
    statement.setString(4, after.map(position -> position.id().value()).orElse(""));
    statement.setInt(5, CHUNK);
    return new JdbcRows(numbers, session).interactions(statement);
  }

  static String sql(Set<Medium> media) {
    return CHUNK_SQL.formatted(JdbcPages.ofMedia("i", media));
  }
}
