package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Dialect;
import org.openworkbin.sql.Session;
import org.openworkbin.sql.Trouble;

/** Makes a wave durable, and finds out later whether it is. Used by the writer's thread. */
final class JdbcWaves {
  private static final String ENTRIES =
      "select "
          + JdbcRows.ENTRY
          + """

          from journal j join interaction i on i.id = j.interaction
            join content c on c.no = j.content_no
          where j.number > ? and j.wave = ? order by j.number
          """;

  private final Database database;
  private final JdbcBinNumbers numbers;
  private final JdbcDecisions decisions;

  JdbcWaves(Database database, JdbcBinNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
    this.decisions =
        switch (database.dialect()) {
          case SQLITE -> new JdbcSqliteDecisions(numbers);
          case POSTGRESQL -> new JdbcPostgresDecisions(numbers);
        };
  }

  /** Whether an error that leaves the session well means that nothing of the wave happened. */
  boolean isUndoneByRollback(Wave wave) {
    return !decisions.isOneStatement(wave) || wave.keepsAnswers();
  }

  /** Decides a wave: afterwards it is durable and each of its members has an outcome or a fault. */
  void decide(Session session, Wave wave) throws SQLException {
    locate(session, wave);
    if (isUndoneByRollback(wave)) {
      session.begin();
      decisions.decide(session, wave);
      resolve(session, wave);
      keepAnswers(session, wave);
      session.commit();
    } else {
      decisions.decide(session, wave);
      resolveAfter(session, wave);
    }
  }

  /** Takes as many as fit together out of {@code waiting}, at least one. */
  Wave gather(Session session, List<Pending> waiting, UUID id, long base, long at)
      throws SQLException {
    return JdbcGathering.from(waiting, numbers, session, id, base, at);
  }

  private void locate(Session session, Wave wave) throws SQLException {
    for (Pending lead : wave.leads()) {
      locate(session, lead);
    }
    for (Pending follower : wave.followers()) {
      locate(session, follower);
    }
  }

  private void locate(Session session, Pending pending) throws SQLException {
    StoredLocation from =
        pending.source() instanceof Location.Bin(var bin)
            ? StoredLocation.ofBin(numbers.find(session, bin))
            : StoredLocation.of(pending.source());
    StoredLocation to =
        pending.target() instanceof Location.Bin(var bin)
            ? StoredLocation.ofBin(numbers.make(session, bin))
            : StoredLocation.of(pending.target());
    pending.locate(from, to);
  }

  private void resolve(Session session, Wave wave) throws SQLException {
    List<Pending.OfMove> refused = new ArrayList<>();
    for (Pending pending : wave.undecided()) {
      switch (pending) {
        case Pending.OfCreation creation ->
            creation.decide(new Outcome.Exists(creation.interaction()));
        case Pending.OfNext next when !next.hasChosen() ->
            next.decide(new Outcome.NothingThere(next.next().bin()));
        case Pending.OfMove move -> refused.add(move);
      }
    }
    if (!refused.isEmpty()) {
      decisions.resolve(session, refused);
    }
  }

  /** What happened is durable by now: an error here is only that of those who were refused. */
  private void resolveAfter(Session session, Wave wave) throws SQLException {
    try {
      resolve(session, wave);
    } catch (SQLException e) {
      if (database.writer().trouble(session, e) == Trouble.LOST) {
        throw e;
      }
      wave.undecided()
          .forEach(pending -> pending.fail(new IllegalStateException("not resolved", e)));
    }
  }

  private static void keepAnswers(Session session, Wave wave) throws SQLException {
    for (Pending pending : wave.members().toList()) {
      Outcome outcome = pending.outcome();
      if (pending.receipt().isPresent() && outcome != null) {
        JdbcAnswers.keep(session, pending.receipt().get(), outcome, wave.at());
      }
    }
  }

  /**
   * Looks up on a new session whether a wave was committed. If it was, its members have their
   * outcomes afterwards: nothing else was written since, so what refused them is still so.
   */
  boolean wasCommitted(Session session, Wave wave) throws SQLException {
    wave.members().forEach(Pending::undecide);
    Map<InteractionId, Entry> found = entries(session, wave);
    if (found.isEmpty() && !anyAnswerKept(session, wave)) {
      return false;
    }
    for (Pending lead : wave.leads()) {
      Optional.ofNullable(found.get(lead.interaction()))
          .ifPresent(entry -> lead.decide(new Outcome.Moved(entry)));
    }
    resolve(session, wave);
    return true;
  }

  private Map<InteractionId, Entry> entries(Session session, Wave wave) throws SQLException {
    JdbcRows rows = new JdbcRows(numbers, session);
    Map<InteractionId, Entry> found = new HashMap<>();
    PreparedStatement statement = session.prepared(ENTRIES);
    statement.setLong(1, wave.base());
    if (session.dialect() == Dialect.POSTGRESQL) {
      statement.setObject(2, wave.id());
    } else {
      statement.setString(2, wave.id().toString());
    }
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Entry entry = rows.entry(row);
        found.put(entry.interaction().id(), entry);
      }
    }
    return found;
  }

  private static boolean anyAnswerKept(Session session, Wave wave) throws SQLException {
    for (Pending pending : wave.members().toList()) {
      Optional<Receipt> receipt = pending.receipt();
      if (receipt.isPresent() && JdbcAnswers.isKept(session, receipt.get(), wave.at())) {
        return true;
      }
    }
    return false;
  }
}
