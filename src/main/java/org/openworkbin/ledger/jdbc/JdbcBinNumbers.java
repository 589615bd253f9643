package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.sql.Session;

/** The store's numbers of the bins; they never change, so each is asked for once. Thread-safe. */
final class JdbcBinNumbers {
  private static final String FIND =
      "select no from bin where workbin = ? and owner_kind = ? and owner = ?";
  private static final String NAME = "select workbin, owner_kind, owner from bin where no = ?";
  private static final String MAKE =
      "insert into bin (workbin, owner_kind, owner) values (?, ?, ?) on conflict do nothing";

  private final Map<BinId, Long> numbers = new ConcurrentHashMap<>();
  private final Map<Long, BinId> bins = new ConcurrentHashMap<>();

  /** The number of a bin, 0 where it was never used. */
  long find(Session session, BinId bin) throws SQLException {
    Long known = numbers.get(bin);
    if (known != null) {
      return known;
    }
    PreparedStatement statement = bound(session.prepared(FIND), bin);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? remember(bin, row.getLong(1)) : 0;
    }
  }

  /**
   * The number of a bin, given to it now if it was never used. Outside of any transaction: numbers
   * are remembered and must not be undone.
   */
  long make(Session writer, BinId bin) throws SQLException {
    long known = find(writer, bin);
    if (known != 0) {
      return known;
    }
    bound(writer.prepared(MAKE), bin).executeUpdate();
    return find(writer, bin);
  }

  /** The bin with that number. */
  BinId bin(Session session, long number) throws SQLException {
    BinId known = bins.get(number);
    if (known != null) {
      return known;
    }
    PreparedStatement statement = session.prepared(NAME);
    statement.setLong(1, number);
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("the store has no bin " + number);
      }
      BinId bin =
          new BinId(
              new WorkbinId(row.getString(1)),
              OwnerKind.ofCode(row.getInt(2)).owner(row.getString(3)));
      remember(bin, number);
      return bin;
    }
  }

  private long remember(BinId bin, long number) {
    numbers.put(bin, number);
    bins.put(number, bin);
    return number;
  }

  private static PreparedStatement bound(PreparedStatement statement, BinId bin)
      throws SQLException {
    statement.setString(1, bin.workbin().value());
    statement.setInt(2, bin.owner().kind().code());
    statement.setString(3, bin.owner().value());
    return statement;
  }
}
