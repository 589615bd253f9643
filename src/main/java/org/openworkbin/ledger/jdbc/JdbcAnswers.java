package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger.KeptAnswer;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Session;

/** Keeps what was answered to requests with an {@code Idempotency-Key}, for 24 hours. */
final class JdbcAnswers {
  private static final long KEPT_MICROS = TimeUnit.HOURS.toMicros(24);
  private static final int PORTION = 500;

  private static final String FIND =
      "select digest, answer from answer where user_id = ? and request_key = ? and at > ?";

  private static final String KEPT =
      "select 1 from answer where user_id = ? and request_key = ? and at = ?";

  private static final String KEEP =
      """
      insert into answer (user_id, request_key, digest, answer, at) values (?, ?, ?, ?, ?)
      on conflict (user_id, request_key) do update
        set digest = excluded.digest, answer = excluded.answer, at = excluded.at
        where answer.at <= excluded.at - %d
      """
          .formatted(KEPT_MICROS);

  private static final String PURGE =
      """
      delete from answer where (user_id, request_key) in
        (select user_id, request_key from answer where at <= ? order by at limit %d)
      """
          .formatted(PORTION);

  private JdbcAnswers() {}

  static Optional<KeptAnswer> find(Session session, String user, String key, long now)
      throws SQLException {
    PreparedStatement statement = session.prepared(FIND);
    statement.setString(1, user);
    statement.setString(2, key);
    statement.setLong(3, now - KEPT_MICROS);
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(new KeptAnswer(row.getString(1), row.getString(2)))
          : Optional.empty();
    }
  }

  /** Keeps the answer to an outcome; part of the transaction that decided it. */
  static void keep(Session session, Receipt receipt, Outcome outcome, long now)
      throws SQLException {
    Optional<String> answer = receipt.answer().answer(outcome);
    if (answer.isPresent()) {
      KeptAnswer kept = new KeptAnswer(receipt.digest(), answer.get());
      keep(session, receipt.user(), receipt.key(), kept, now);
    }
  }

  static void keep(Session session, UserId user, String key, KeptAnswer answer, long now)
      throws SQLException {
    PreparedStatement statement = session.prepared(KEEP);
    statement.setString(1, user.value());
    statement.setString(2, key);
    statement.setString(3, answer.digest());
    statement.setString(4, answer.answer());
    statement.setLong(5, now);
    if (statement.executeUpdate() == 0) {
      throw new IllegalStateException("this request was answered before");
    }
  }

  /** Whether the answer of a wave that was decided at that time is durable. */
  static boolean isKept(Session session, Receipt receipt, long at) throws SQLException {
    PreparedStatement statement = session.prepared(KEPT);
    statement.setString(1, receipt.user().value());
    statement.setString(2, receipt.key());
    statement.setLong(3, at);
    try (ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }

  /** Removes some that are too old; true if there may be more. */
  static boolean purge(Session session, long now) throws SQLException {
    PreparedStatement statement = session.prepared(PURGE);
    statement.setLong(1, now - KEPT_MICROS);
    return statement.executeUpdate() == PORTION;
  }
}
