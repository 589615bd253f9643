package org.openworkbin.ledger.jdbc;

import java.time.Duration;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Work;
import org.springframework.dao.DataAccessResourceFailureException;

/** Reads of the ledger: where the store is away they are refused, as moves are. */
final class JdbcReads {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private JdbcReads() {}

  static <T> T of(Database database, Work<T> work) {
    try {
      return database.read(work);
    } catch (DataAccessResourceFailureException e) {
      throw refusal(e);
    }
  }

  static RuntimeException refusal(DataAccessResourceFailureException cause) {
    RuntimeException refusal = new Refusal.Unavailable(RETRY_AFTER).asException();
    refusal.addSuppressed(cause);
    return refusal;
  }
}
