package org.openworkbin.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.DirectoryStore.Audited;
import org.openworkbin.id.UserId;
import org.openworkbin.sql.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail as rows of the store; times are epoch microseconds. */
public final class JdbcAuditTrail implements AuditTrail {
  private static final String LAST = "select coalesce(max(number), 0) from audit";
  private static final String INSERT =
      """
      insert into audit (number, at, version, author_id, author, kind, object_id, label,
                         before_change, after_change)
      values (:number, :at, :version, :authorId, :author, :kind, :objectId, :label,
              :before, :after)
      """;
  private static final String ENTRIES =
      """
      select number, at, version, author_id, author, kind, object_id, label, before_change,
             after_change
      from audit
      where number < :before
        and (:anyAuthor = 1 or author_id = :author)
        and (:anyKind = 1 or kind = :kind)
        and (:anyObject = 1 or object_id = :objectId)
        and at >= :from and at < :until
      order by number desc
      limit :limit
      """;

  private final Database database;

  public JdbcAuditTrail(Database database) {
    this.database = database;
  }

  /** Adds the entries of one change, inside its transaction. */
  static void add(JdbcClient client, List<Audited> trail, long version, Instant at) {
    long number = client.sql(LAST).query(Long.class).single();
    for (Audited entry : trail) {
      number++;
      client
          .sql(INSERT)
          .param("number", number)
          .param("at", micros(at))
          .param("version", version)
          .param("authorId", entry.author().user().map(UserId::value).orElse(null))
          .param("author", entry.author().name())
          .param("kind", entry.key().kind().code())
          .param("objectId", entry.key().id())
          .param("label", entry.label())
          .param("before", entry.before().orElse(null))
          .param("after", entry.after().orElse(null))
          .update();
    }
  }

  @Override
  public List<AuditEntry> entries(Question question) {
    return database.read(session ->
        session
            .client()
            .sql(ENTRIES)
            .param("before", question.before().orElse(Long.MAX_VALUE))
            .param("anyAuthor", question.author().isEmpty() ? 1 : 0)
            .param("author", question.author().map(UserId::value).orElse(""))
            .param("anyKind", question.kind().isEmpty() ? 1 : 0)
            .param("kind", question.kind().map(ObjectKind::code).orElse(0))
            .param("anyObject", question.objectId().isEmpty() ? 1 : 0)
            .param("objectId", question.objectId().orElse(""))
            .param("from", question.from().map(JdbcAuditTrail::micros).orElse(0L))
            .param("until", question.until().map(JdbcAuditTrail::micros).orElse(Long.MAX_VALUE))
            .param("limit", question.limit())
            .query((row, _) -> entry(row))
            .list());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        Instant.EPOCH.plus(row.getLong("at"), ChronoUnit.MICROS),
        row.getLong("version"),
        new Author(
            Optional.ofNullable(row.getString("author_id")).map(UserId::new),
            row.getString("author")),
        new ObjectKey(ObjectKind.ofCode(row.getInt("kind")), row.getString("object_id")),
        row.getString("label"),
        Optional.ofNullable(row.getString("before_change")),
        Optional.ofNullable(row.getString("after_change")));
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
