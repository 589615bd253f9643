package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins.Times;
import org.openworkbin.sql.Session;

/** Reads of what lies in bins as a whole. */
final class JdbcOverviews {
  private static final String OCCUPIED =
      "select no, revision, item_count from bin where item_count > 0 order by no";

  static final String TIMES =
      """
      select b.revision, b.item_count,
        (select min(i.placed_at) from interaction i where i.bin_no = b.no),
        (select max(i.placed_at) from interaction i where i.bin_no = b.no)
      from bin b where b.no = ?
      """;

  private final JdbcBinNumbers numbers;

  JdbcOverviews(JdbcBinNumbers numbers) {
    this.numbers = numbers;
  }

  List<BinState> occupied(Session session) throws SQLException {
    List<BinState> states = new ArrayList<>();
    try (ResultSet row = session.prepared(OCCUPIED).executeQuery()) {
      while (row.next()) {
        BinId bin = numbers.bin(session, row.getLong(1));
        states.add(new BinState(bin, row.getLong(2), row.getLong(3)));
      }
    }
    return states;
  }

  Times times(Session session, BinId bin) throws SQLException {
    PreparedStatement statement = session.prepared(TIMES);
    statement.setLong(1, numbers.find(session, bin));
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? new Times(
              new BinState(bin, row.getLong(1), row.getLong(2)),
              JdbcRows.time(row, 3),
              JdbcRows.time(row, 4))
          : new Times(new BinState(bin, 0, 0), Optional.empty(), Optional.empty());
    }
  }
}
