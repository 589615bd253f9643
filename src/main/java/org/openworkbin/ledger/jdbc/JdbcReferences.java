package org.openworkbin.ledger.jdbc;

import org.openworkbin.ledger.References;
import org.openworkbin.sql.Database;
import org.springframework.dao.DataAccessResourceFailureException;

/** How far requests were numbered, as a row of the store. */
final class JdbcReferences implements References {
  /** The journal is asked too: in an older store it alone knows. */
  private static final String LAST =
      """
      select max(number) from (
        select reserved_until as number from reference_block
        union all
        select coalesce(max(reference_id), 0) as number from journal where number >
          (select coalesce(max(number), 0) from journal where reference_id > 0) - 10000
      ) numbers
      """;

  private static final String RESERVE =
      "update reference_block set reserved_until = :upTo where reserved_until < :upTo";

  private final Database database;

  JdbcReferences(Database database) {
    this.database = database;
  }

  @Override
  public long lastReferenceId() {
    return JdbcReads.of(database, session -> session.client().sql(LAST).query(Long.class).single());
  }

  @Override
  public void reserve(long upTo) {
    try {
      database.write(session -> session.client().sql(RESERVE).param("upTo", upTo).update());
    } catch (DataAccessResourceFailureException e) {
      throw JdbcReads.refusal(e);
    }
  }
}
