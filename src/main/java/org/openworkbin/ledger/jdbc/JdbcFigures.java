package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.Figures;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Figures out of the journal, by the indexes of a bin's revisions: what is older than the question
 * is found from the newest entry backwards, what is younger is counted.
 */
final class JdbcFigures implements Figures {
  private static final String COUNT = "select item_count from bin where no = ?";

  static final String ENTERED_BEFORE =
      "select j.entered_revision from journal j where j.entered_bin = ? and j.at < ?"
          + " order by j.entered_revision desc limit 1";

  static final String LEFT_BEFORE =
      "select j.left_revision from journal j where j.left_bin = ? and j.at < ?"
          + " order by j.left_revision desc limit 1";

  static final String ENTERED =
      """
      select (j.at - ?) / ?, count(*) from journal j
      where j.entered_bin = ? and j.entered_revision > ? and j.reason <> %d group by 1
      """
          .formatted(Reason.EDIT.code());

  static final String LEFT =
      """
      select (j.at - ?) / ?, count(*) from journal j
      where j.left_bin = ? and j.left_revision > ? group by 1
      """;

  static final String PLACED =
      "select count(*) from interaction i"
          + " where i.bin_no = ? and i.placed_at >= ? and i.placed_at < ?";

  private final Database database;
  private final JdbcBinNumbers numbers;
  private final Duration readLimit;

  JdbcFigures(Database database, JdbcBinNumbers numbers, LedgerSettings settings) {
    this.database = database;
    this.numbers = numbers;
    this.readLimit = settings.readLimit();
  }

  @Override
  public Answer of(BinId bin, Question question) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    try {
      database.snapshot(
          readLimit,
          snapshot -> answer.set(snapshot.query(session -> counted(session, bin, question))));
    } catch (DataAccessResourceFailureException e) {
      throw JdbcReads.refusal(e);
    }
    return answer.get();
  }

  private Answer counted(Session session, BinId bin, Question question) throws SQLException {
    long number = numbers.find(session, bin);
    long[] arrived = flow(session, ENTERED_BEFORE, ENTERED, number, question);
    long[] left = flow(session, LEFT_BEFORE, LEFT, number, question);
    long[] count = new long[question.steps()];
    long after = number == 0 ? 0 : number(session, COUNT, number);
    for (int step = question.steps() - 1; step >= 0; step--) {
      count[step] = after;
      after -= arrived[step] - left[step];
    }
    return new Answer(list(arrived), list(left), list(count), ages(session, number, question));
  }

  /** How much there was in each step; what the clock puts behind the last belongs to that. */
  private static long[] flow(
      Session session, String before, String since, long bin, Question question)
      throws SQLException {
    long from = Micros.of(question.from());
    long[] flow = new long[question.steps()];
    long oldest = number(session, before, bin, from);
    long step = question.step().toNanos() / 1_000;
    try (ResultSet row = asked(session, since, from, step, bin, oldest).executeQuery()) {
      while (row.next()) {
        flow[Math.clamp(row.getLong(1), 0, flow.length - 1)] += row.getLong(2);
      }
    }
    return flow;
  }

  private static List<Long> ages(Session session, long bin, Question question) throws SQLException {
    List<Long> ages = new ArrayList<>();
    long until = Long.MAX_VALUE;
    for (Duration age : question.ages()) {
      Instant bound = question.to().minus(age);
      ages.add(number(session, PLACED, bin, Micros.of(bound), until));
      until = Micros.of(bound);
    }
    ages.add(number(session, PLACED, bin, Long.MIN_VALUE, until));
    return ages;
  }

  /** The number that a statement finds, 0 where it finds none. */
  private static long number(Session session, String sql, long... parameters) throws SQLException {
    try (ResultSet row = asked(session, sql, parameters).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static PreparedStatement asked(Session session, String sql, long... parameters)
      throws SQLException {
    PreparedStatement statement = session.prepared(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setLong(i + 1, parameters[i]);
    }
    return statement;
  }

  private static List<Long> list(long[] numbers) {
    return LongStream.of(numbers).boxed().toList();
  }
}
