package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Interaction.Placement;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Session;

/** Reads interactions and journal entries from rows; one for each session that gives the rows. */
final class JdbcRows {

  /** The columns of an interaction {@code i} with its content {@code c}. */
  static final String INTERACTION =
      """
      i.id, i.medium, i.submitted_at, i.submitted_by, i.bin_no, i.holder, i.queue, i.ending,
      i.since, i.hold, i.place_seq, i.placed_at, i.last_bin, i.content_no, i.offered_to,
      i.offered_by, i.home, i.note, i.contact, i.last_agent\
      """;

  /** The columns of a content {@code c}. */
  static final String CONTENT =
      "c.direction, c.received_date, c.priority, c.attributes, c.user_data";

  /** The columns of an entry {@code j} with its interaction {@code i} and its content {@code c}. */
  static final String ENTRY =
      """
      j.number, j.at, j.interaction, j.left_bin, j.left_revision, j.left_count,
      j.entered_bin, j.entered_revision, j.entered_count, j.from_holder, j.from_queue,
      j.to_holder, j.to_queue, j.to_ending, j.actor, j.reason, j.reference_id,
      j.since, j.place_seq, j.placed_at, j.last_bin, i.medium, i.submitted_at, i.submitted_by,
      j.from_offered_to, j.from_offered_by, j.to_offered_to, j.to_offered_by, j.note, j.hold,
      j.content_no, i.home, i.contact, i.last_agent,
      """
          + CONTENT;

  private static final int CONTENT_OF_INTERACTION = 21;

  /** The column after those of an interaction and its content. */
  static final int AFTER_CONTENT = 26;

  private static final int CONTENT_OF_ENTRY = 35;

  private final JdbcBinNumbers numbers;
  private final Session session;

  JdbcRows(JdbcBinNumbers numbers, Session session) {
    this.numbers = numbers;
    this.session = session;
  }

  /** An interaction, its columns from {@code first} on in the order of {@link #INTERACTION}. */
  Interaction interaction(ResultSet row, int first) throws SQLException {
    int c = first - 1;
    return new Interaction(
        new InteractionId(row.getString(c + 1)),
        Medium.ofCode(row.getInt(c + 2)),
        content(row, c + CONTENT_OF_INTERACTION),
        Micros.toInstant(row.getLong(c + 3)),
        row.getString(c + 4),
        location(
            new StoredLocation(
                row.getLong(c + 5),
                row.getString(c + 6),
                row.getString(c + 7),
                row.getInt(c + 8),
                row.getString(c + 15),
                row.getString(c + 16))),
        Micros.toInstant(row.getLong(c + 9)),
        placement(row.getLong(c + 11), row.getLong(c + 12)),
        bin(row.getLong(c + 13)),
        row.getLong(c + 10),
        row.getLong(c + 14),
        Optional.ofNullable(row.getString(c + 17)).map(QueueId::new),
        Optional.ofNullable(row.getString(c + 18)),
        Optional.ofNullable(row.getString(c + 19)),
        Optional.ofNullable(row.getString(c + 20)).map(UserId::new));
  }

  /** All interactions that a statement finds, their columns in that order and first. */
  List<Interaction> interactions(PreparedStatement statement) throws SQLException {
    List<Interaction> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(interaction(row, 1));
      }
    }
    return found;
  }

  /** The time in a column that may be empty. */
  static Optional<Instant> time(ResultSet row, int column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(micros));
  }

  /** A content, its columns from {@code first} on in the order of {@link #CONTENT}. */
  static Content content(ResultSet row, int first) throws SQLException {
    return new Content(
        row.getString(first),
        row.getString(first + 1),
        row.getInt(first + 2),
        row.getString(first + 3),
        row.getString(first + 4));
  }

  /** An entry, its columns in the order of {@link #ENTRY}. */
  Entry entry(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    Reason reason = Reason.ofCode(row.getInt(16));
    StoredLocation left =
        new StoredLocation(
            row.getLong(4),
            row.getString(10),
            row.getString(11),
            0,
            row.getString(25),
            row.getString(26));
    StoredLocation to =
        new StoredLocation(
            row.getLong(7),
            row.getString(12),
            row.getString(13),
            row.getInt(14),
            row.getString(27),
            row.getString(28));
    Location now = location(to);
    long hold = row.getLong(30);
    Interaction interaction =
        new Interaction(
            new InteractionId(row.getString(3)),
            Medium.ofCode(row.getInt(22)),
            content(row, CONTENT_OF_ENTRY),
            Micros.toInstant(row.getLong(23)),
            row.getString(24),
            now,
            Micros.toInstant(row.getLong(18)),
            placement(row.getLong(19), row.getLong(20)),
            bin(row.getLong(21)),
            hold == 0 ? number : hold,
            row.getLong(31),
            Optional.ofNullable(row.getString(32)).map(QueueId::new),
            Optional.ofNullable(row.getString(29)),
            Optional.ofNullable(row.getString(33)),
            Optional.ofNullable(row.getString(34)).map(UserId::new));
    return new Entry(
        number,
        Micros.toInstant(row.getLong(2)),
        interaction,
        reason == Reason.EDIT ? now : location(left),
        now,
        state(left.bin(), row.getLong(5), row.getLong(6)),
        state(to.bin(), row.getLong(8), row.getLong(9)),
        new UserId(row.getString(15)),
        reason,
        row.getLong(17));
  }

  private Location location(StoredLocation stored) throws SQLException {
    return stored.bin() != 0
        ? new Location.Bin(numbers.bin(session, stored.bin()))
        : stored.toLocation();
  }

  Optional<BinId> bin(long number) throws SQLException {
    return number == 0 ? Optional.empty() : Optional.of(numbers.bin(session, number));
  }

  Optional<BinState> state(long number, long revision, long itemCount) throws SQLException {
    return number == 0
        ? Optional.empty()
        : Optional.of(new BinState(numbers.bin(session, number), revision, itemCount));
  }

  static Optional<Placement> placement(long seq, long at) {
    return seq == 0 ? Optional.empty() : Optional.of(new Placement(seq, Micros.toInstant(at)));
  }
}
