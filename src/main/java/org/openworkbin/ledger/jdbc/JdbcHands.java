package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;

/** What agents have in hand and what is offered to them, by the indexes that begin with them. */
final class JdbcHands implements Hands {
  private static final String SELECT =
      "select "
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + " from interaction i join content c on c.no = i.content_no where ";

  private static final String OLDEST_FIRST = " order by i.since, i.id";
  static final String IN_HAND = SELECT + "i.holder = ?" + OLDEST_FIRST;
  static final String OFFERED_TO = SELECT + "i.offered_to = ?" + OLDEST_FIRST;
  static final String OFFERS = SELECT + "i.offered_to is not null" + OLDEST_FIRST;

  static final String HOLDERS = "select distinct holder from interaction where holder is not null";

  private final Database database;
  private final JdbcBinNumbers numbers;

  JdbcHands(Database database, JdbcBinNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  @Override
  public List<Interaction> inHand(UserId agent) {
    return JdbcReads.of(database, session -> ofAgent(session, IN_HAND, agent));
  }

  @Override
  public Set<UserId> holders() {
    return JdbcReads.of(
        database,
        session -> {
          Set<UserId> holders = new HashSet<>();
          try (ResultSet row = session.prepared(HOLDERS).executeQuery()) {
            while (row.next()) {
              holders.add(new UserId(row.getString(1)));
            }
          }
          return holders;
        });
  }

  @Override
  public List<Interaction> offers() {
    return JdbcReads.of(
        database, session -> new JdbcRows(numbers, session).interactions(session.prepared(OFFERS)));
  }

  @Override
  public List<Interaction> offeredTo(UserId agent) {
    return JdbcReads.of(database, session -> ofAgent(session, OFFERED_TO, agent));
  }

  private List<Interaction> ofAgent(Session session, String sql, UserId agent) throws SQLException {
    PreparedStatement statement = session.prepared(sql);
    statement.setString(1, agent.value());
    return new JdbcRows(numbers, session).interactions(statement);
  }
}
