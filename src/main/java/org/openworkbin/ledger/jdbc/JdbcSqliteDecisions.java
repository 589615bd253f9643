package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Session;

/** Decides a wave in SQLite, where a statement costs little: move by move. */
final class JdbcSqliteDecisions extends JdbcDecisions {
  private static final String NOW =
      "select "
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + """
          , (select n.id from interaction n where n.bin_no = ?2 and n.medium = i.medium
            order by n.rank, n.place_seq, n.id limit 1)
          from interaction i join content c on c.no = i.content_no where i.id = ?1
          """;

  private final JdbcBinNumbers numbers;
  private final JdbcSingleDecisions singles;

  JdbcSqliteDecisions(JdbcBinNumbers numbers) {
    this.numbers = numbers;
    this.singles = new JdbcSingleDecisions(numbers);
  }

  @Override
  boolean isOneStatement(Wave wave) {
    return false;
  }

  @Override
  void decide(Session session, Wave wave) throws SQLException {
    singles.decide(session, wave);
  }

  @Override
  void resolve(Session session, List<Pending.OfMove> refused) throws SQLException {
    JdbcRows rows = new JdbcRows(numbers, session);
    PreparedStatement statement = session.prepared(NOW);
    for (Pending.OfMove pending : refused) {
      statement.setString(1, pending.interaction().value());
      statement.setLong(2, pending.from().bin());
      try (ResultSet row = statement.executeQuery()) {
        pending.decide(
            row.next()
                ? refused(pending.move(), rows, row, JdbcRows.AFTER_CONTENT)
                : new Outcome.Absent(pending.interaction()));
      }
    }
  }
}
