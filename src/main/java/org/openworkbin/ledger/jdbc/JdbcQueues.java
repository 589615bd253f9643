package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Queues;
import org.openworkbin.sql.Database;

/** What waits in queues. */
final class JdbcQueues implements Queues {
  private static final String ANYTHING = "select 1 from interaction where queue = ? limit 1";

  private final Database database;

  JdbcQueues(Database database) {
    this.database = database;
  }

  @Override
  public boolean isEmpty(QueueId queue) {
    return JdbcReads.of(
        database,
        session -> {
          PreparedStatement statement = session.prepared(ANYTHING);
          statement.setString(1, queue.value());
          try (ResultSet row = statement.executeQuery()) {
            return !row.next();
          }
        });
  }
}
