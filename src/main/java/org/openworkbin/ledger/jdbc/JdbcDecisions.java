package org.openworkbin.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Interaction.Placement;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Session;

/** The statements that decide a wave; each database has its own. Used by the writer's thread. */
abstract sealed class JdbcDecisions permits JdbcSqliteDecisions, JdbcPostgresDecisions {

  /**
   * Whether {@link #decide} of that wave is one statement, which is atomic and durable by itself
   * outside of a transaction.
   */
  abstract boolean isOneStatement(Wave wave);

  /**
   * Decides the leads of a wave: what may happen happens, with its journal entries and counters,
   * and its leads are told so. The others stay undecided.
   */
  abstract void decide(Session session, Wave wave) throws SQLException;

  /** Tells those that were refused how it is instead, and of the next one in the bin. */
  abstract void resolve(Session session, List<Pending.OfMove> refused) throws SQLException;

  /** A move that happened; {@code now} is the interaction as it is after it. */
  static Outcome moved(
      Move move,
      Wave wave,
      long number,
      Interaction now,
      Optional<BinState> left,
      Optional<BinState> entered) {
    return new Outcome.Moved(
        new Entry(
            number,
            Micros.toInstant(wave.at()),
            now,
            move.from(),
            move.to(),
            left,
            entered,
            move.actor(),
            move.reason(),
            move.referenceId()));
  }

  static Outcome created(
      Creation creation,
      Wave wave,
      long number,
      Optional<BinState> entered,
      Optional<UserId> lastAgent) {
    var since = Micros.toInstant(since(creation, wave));
    Optional<Placement> placement =
        creation.to() instanceof Location.Bin
            ? Optional.of(new Placement(number, since))
            : Optional.empty();
    Interaction now =
        new Interaction(
            creation.id(),
            creation.medium(),
            creation.content(),
            since,
            creation.submittedBy(),
            creation.to(),
            since,
            placement,
            Optional.empty(),
            number,
            number,
            creation.home(),
            Optional.empty(),
            creation.contact(),
            lastAgent);
    return new Outcome.Moved(
        new Entry(
            number,
            Micros.toInstant(wave.at()),
            now,
            new Location.Nowhere(),
            creation.to(),
            Optional.empty(),
            entered,
            creation.actor(),
            creation.reason(),
            creation.referenceId()));
  }

  static long since(Creation creation, Wave wave) {
    return creation.placedAt() == 0 ? wave.at() : creation.placedAt();
  }

  /** What to tell a refused move; the row holds the interaction and then the id of the next one. */
  static Outcome refused(Move move, JdbcRows rows, ResultSet row, int nextColumn)
      throws SQLException {
    Interaction now = rows.interaction(row, 1);
    boolean there = now.location().equals(move.from());
    boolean otherMedium = move.medium().isPresent() && move.medium().get() != now.medium();
    if (there && !(move.from() instanceof Location.Ended)) {
      return otherMedium ? new Outcome.WrongMedium(now) : new Outcome.Changed(now);
    }
    String next = row.getString(nextColumn);
    return new Outcome.Lost(now, Optional.ofNullable(next).map(InteractionId::new));
  }
}
