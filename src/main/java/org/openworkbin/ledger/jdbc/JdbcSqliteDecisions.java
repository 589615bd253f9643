package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Session;

/** Decides a wave in SQLite: a few prepared statements for each move. */
final class JdbcSqliteDecisions extends JdbcDecisions {
  private static final String MOVE =
      """
      update interaction set
        bin_no = ?1, holder = ?2, queue = ?3, ending = ?4, since = ?5, hold = ?6,
        place_seq = iif(?1 is null, place_seq, ?6),
        placed_at = iif(?1 is null, placed_at, ?5),
        last_bin = coalesce(bin_no, last_bin)
      where id = ?7 and (bin_no = ?8 or holder = ?9 or queue = ?10) and (?11 = 0 or medium = ?11)
      """;

  /** Cheaper than {@code returning}, for which SQLite copies the row. */
  private static final String MOVED =
      "select i.medium, i.submitted_at, i.submitted_by, i.place_seq, i.placed_at, i.last_bin,"
          + " i.content_no, "
          + JdbcRows.CONTENT
          + " from interaction i join content c on c.no = i.content_no where i.id = ?";

  private static final int CONTENT_OF_MOVED = 8;

  private static final String NEW_CONTENT =
      """
      insert into content (no, direction, received_date, priority, attributes, user_data)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String NEW_INTERACTION =
      """
      insert into interaction (id, medium, rank, submitted_at, submitted_by, bin_no, holder, queue,
        since, hold, place_seq, placed_at, content_no)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?4, ?9, iif(?6 is null, null, ?9),
        iif(?6 is null, null, ?4), ?9)
      """;

  private static final String EXISTS = "select 1 from interaction where id = ?";

  private static final String COUNTERS = "select revision, item_count from bin where no = ?";

  private static final String COUNT = "update bin set revision = ?, item_count = ? where no = ?";

  private static final String ENTRY =
      """
      insert into journal (number, at, interaction, wave, left_bin, left_revision, left_count,
        entered_bin, entered_revision, entered_count, from_holder, from_queue, to_holder, to_queue,
        to_ending, actor, reason, reference_id, since, place_seq, placed_at, last_bin, content_no)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String NOW =
      "select "
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + """
          , (select n.id from interaction n where n.bin_no = ?2 and n.medium = i.medium
            order by n.rank, n.place_seq, n.id limit 1)
          from interaction i join content c on c.no = i.content_no where i.id = ?1
          """;

  private static final int NEXT = 20;

  private final JdbcBinNumbers numbers;

  JdbcSqliteDecisions(JdbcBinNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  boolean isOneStatement() {
    return false;
  }

  @Override
  void decide(Session session, Wave wave) throws SQLException {
    Counters counters = new Counters(session);
    long number = wave.base() + 1;
    for (Pending lead : wave.leads()) {
      boolean happened =
          switch (lead) {
            case Pending.OfMove move -> move(session, wave, move, number, counters);
            case Pending.OfCreation creation -> create(session, wave, creation, number, counters);
          };
      if (happened) {
        number++;
      }
    }
    counters.write();
  }

  private boolean move(
      Session session, Wave wave, Pending.OfMove pending, long number, Counters counters)
      throws SQLException {
    StoredLocation to = pending.to();
    StoredLocation from = pending.from();
    if (bound(session.prepared(MOVE), wave, pending, number).executeUpdate() == 0) {
      return false;
    }
    Kept kept;
    long contentNo;
    long lastBin;
    PreparedStatement moved = session.prepared(MOVED);
    moved.setString(1, pending.interaction().value());
    try (ResultSet row = moved.executeQuery()) {
      row.next();
      contentNo = row.getLong(7);
      lastBin = row.getLong(6);
      kept =
          new Kept(
              Medium.ofCode(row.getInt(1)),
              JdbcRows.content(row, CONTENT_OF_MOVED),
              row.getLong(2),
              row.getString(3),
              row.getLong(4),
              row.getLong(5),
              new JdbcRows(numbers, session).bin(lastBin));
    }
    Optional<BinState> left = counters.touch(from.bin(), -1);
    Optional<BinState> entered = counters.touch(to.bin(), 1);
    Outcome outcome = moved(pending.move(), wave, number, kept, left, entered);
    pending.decide(outcome);
    write(session, wave, pending, contentNo, lastBin);
    return true;
  }

  private static PreparedStatement bound(
      PreparedStatement statement, Wave wave, Pending.OfMove pending, long number)
      throws SQLException {
    StoredLocation to = pending.to();
    StoredLocation from = pending.from();
    setNumber(statement, 1, to.bin());
    statement.setString(2, to.holder());
    statement.setString(3, to.queue());
    setNumber(statement, 4, to.ending());
    statement.setLong(5, wave.at());
    statement.setLong(6, number);
    statement.setString(7, pending.interaction().value());
    setNumber(statement, 8, from.bin());
    statement.setString(9, from.holder());
    statement.setString(10, from.queue());
    statement.setInt(11, pending.move().medium().map(Medium::code).orElse(0));
    return statement;
  }

  private static boolean create(
      Session session, Wave wave, Pending.OfCreation pending, long number, Counters counters)
      throws SQLException {
    Creation creation = pending.creation();
    PreparedStatement exists = session.prepared(EXISTS);
    exists.setString(1, creation.id().value());
    try (ResultSet row = exists.executeQuery()) {
      if (row.next()) {
        return false;
      }
    }
    insertContent(session, number, creation.content());
    PreparedStatement statement = session.prepared(NEW_INTERACTION);
    statement.setString(1, creation.id().value());
    statement.setInt(2, creation.medium().code());
    statement.setLong(3, -(long) creation.content().priority());
    statement.setLong(4, since(creation, wave));
    statement.setString(5, creation.submittedBy());
    setNumber(statement, 6, pending.to().bin());
    statement.setString(7, pending.to().holder());
    statement.setString(8, pending.to().queue());
    statement.setLong(9, number);
    statement.executeUpdate();
    Optional<BinState> entered = counters.touch(pending.to().bin(), 1);
    pending.decide(created(creation, wave, number, entered));
    write(session, wave, pending, number, 0);
    return true;
  }

  private static void insertContent(Session session, long number, Content content)
      throws SQLException {
    PreparedStatement statement = session.prepared(NEW_CONTENT);
    statement.setLong(1, number);
    statement.setString(2, content.direction());
    statement.setString(3, content.receivedDate());
    statement.setInt(4, content.priority());
    statement.setString(5, content.attributes());
    statement.setString(6, content.userData());
    statement.executeUpdate();
  }

  private static void write(
      Session session, Wave wave, Pending pending, long contentNo, long lastBin)
      throws SQLException {
    if (!(pending.outcome() instanceof Outcome.Moved(Entry entry))) {
      throw new IllegalStateException("only what happened is in the journal");
    }
    Interaction now = entry.interaction();
    PreparedStatement statement = session.prepared(ENTRY);
    statement.setLong(1, entry.number());
    statement.setLong(2, wave.at());
    statement.setString(3, now.id().value());
    statement.setString(4, wave.id().toString());
    setState(statement, 5, pending.from().bin(), entry.left());
    setState(statement, 8, pending.to().bin(), entry.entered());
    statement.setString(11, pending.from().holder());
    statement.setString(12, pending.from().queue());
    statement.setString(13, pending.to().holder());
    statement.setString(14, pending.to().queue());
    setNumber(statement, 15, pending.to().ending());
    statement.setString(16, entry.actor().value());
    statement.setInt(17, entry.reason().code());
    statement.setLong(18, entry.referenceId());
    statement.setLong(19, Micros.of(now.since()));
    setNumber(statement, 20, now.placement().map(Interaction.Placement::seq).orElse(0L));
    setNumber(statement, 21, now.placement().map(place -> Micros.of(place.at())).orElse(0L));
    setNumber(statement, 22, lastBin);
    statement.setLong(23, contentNo);
    statement.executeUpdate();
  }

  private static void setState(
      PreparedStatement statement, int column, long bin, Optional<BinState> state)
      throws SQLException {
    setNumber(statement, column, bin);
    setNumber(statement, column + 1, state.map(BinState::revision).orElse(0L));
    if (state.isPresent()) {
      statement.setLong(column + 2, state.get().itemCount());
    } else {
      statement.setObject(column + 2, null);
    }
  }

  /** Sets a number that is absent where it is 0. */
  private static void setNumber(PreparedStatement statement, int column, long number)
      throws SQLException {
    if (number == 0) {
      statement.setObject(column, null);
    } else {
      statement.setLong(column, number);
    }
  }

  @Override
  void resolve(Session session, List<Pending.OfMove> refused) throws SQLException {
    JdbcRows rows = new JdbcRows(numbers, session);
    PreparedStatement statement = session.prepared(NOW);
    for (Pending.OfMove pending : refused) {
      statement.setString(1, pending.interaction().value());
      statement.setLong(2, pending.from().bin());
      try (ResultSet row = statement.executeQuery()) {
        pending.decide(
            row.next()
                ? refused(pending.move(), rows, row, NEXT)
                : new Outcome.Absent(pending.interaction()));
      }
    }
  }

  /** The counters of the bins that a wave touches: read at the first touch, written at its end. */
  private final class Counters {
    private final Session session;
    private final Map<Long, BinState> states = new HashMap<>();

    Counters(Session session) {
      this.session = session;
    }

    Optional<BinState> touch(long bin, int step) throws SQLException {
      if (bin == 0) {
        return Optional.empty();
      }
      BinState before = states.get(bin);
      if (before == null) {
        before = read(bin);
      }
      BinState after = new BinState(before.bin(), before.revision() + 1, before.itemCount() + step);
      states.put(bin, after);
      return Optional.of(after);
    }

    private BinState read(long bin) throws SQLException {
      PreparedStatement statement = session.prepared(COUNTERS);
      statement.setLong(1, bin);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new BinState(numbers.bin(session, bin), row.getLong(1), row.getLong(2));
      }
    }

    void write() throws SQLException {
      PreparedStatement statement = session.prepared(COUNT);
      for (Map.Entry<Long, BinState> each : states.entrySet()) {
        statement.setLong(1, each.getValue().revision());
        statement.setLong(2, each.getValue().itemCount());
        statement.setLong(3, each.getKey());
        statement.executeUpdate();
      }
    }
  }
}
