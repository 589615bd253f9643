package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Interaction.Placement;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Dialect;
import org.openworkbin.sql.Session;

/**
 * Decides the moves of a wave one after the other, by a few prepared statements each; the same in
 * every database. Within a transaction of the caller's.
 */
final class JdbcSingleDecisions {
  private static final String STILL_THERE =
      """
      where id = ? and (bin_no = ? or holder = ? or queue = ? or (offered_to = ? and offered_by = ?))
        and (? = 0 or medium = ?) and (? = 0 or hold = ?) and (? = 0 or content_no = ?)
      """;

  private static final String MOVE =
      """
      update interaction set bin_no = ?, holder = ?, queue = ?, ending = ?, offered_to = ?,
        offered_by = ?, since = ?, hold = ?, note = ?,
        place_seq = case when ? = 1 then ? else place_seq end,
        placed_at = case when ? = 1 then ? else placed_at end,
        last_bin = coalesce(bin_no, last_bin)
      """
          + STILL_THERE
          + "  and (? = 0 or last_bin = ?)";

  private static final String EDIT = "update interaction set rank = ?\n" + STILL_THERE;

  private static final String REVISE =
      "update interaction set content_no = ?, rank = ? where id = ?";

  /** Cheaper than {@code returning}, for which SQLite copies the row. */
  private static final String MOVED =
      "select "
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + " from interaction i join content c on c.no = i.content_no where i.id = ?";

  private static final String NEW_CONTENT =
      """
      insert into content (no, direction, received_date, priority, attributes, user_data)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String NEW_INTERACTION =
      """
      insert into interaction (id, medium, rank, submitted_at, submitted_by, bin_no, holder, queue,
        since, hold, place_seq, placed_at, content_no, home, contact, last_agent)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        (select last_agent from contact where id = ?))
      """;

  private static final String EXISTS = "select 1 from interaction where id = ?";

  private static final String SAVE_LAST_AGENT =
      """
      insert into contact (id, last_agent, at)
      select contact, cast(? as varchar(64)), cast(? as bigint) from interaction
      where id = ? and contact is not null
      on conflict (id) do update set last_agent = excluded.last_agent, at = excluded.at
      """;

  private static final String COUNTERS = "select revision, item_count from bin where no = ?";

  private static final String COUNT = "update bin set revision = ?, item_count = ? where no = ?";

  private static final String ENTRY =
      """
      insert into journal (number, at, interaction, wave, left_bin, left_revision, left_count,
        entered_bin, entered_revision, entered_count, from_holder, from_queue, from_offered_to,
        from_offered_by, to_holder, to_queue, to_ending, to_offered_to, to_offered_by, actor, reason,
        reference_id, since, place_seq, placed_at, last_bin, content_no, note, hold)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcBinNumbers numbers;

  JdbcSingleDecisions(JdbcBinNumbers numbers) {
    this.numbers = numbers;
  }

  /** Decides the leads of a wave, and tells them what happened; the others stay undecided. */
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
    Move move = pending.move();
    if (guarded(session, wave, pending, number).execute() == 0) {
      return false;
    }
    if (move.terms().revision().isPresent()) {
      Content content = move.terms().revision().get().content();
      insertContent(session, number, content);
      new JdbcParameters(session.prepared(REVISE))
          .number(number)
          .number(rank(content))
          .text(move.interaction().value())
          .execute();
    }
    if (move.terms().savesLastAgent()) {
      new JdbcParameters(session.prepared(SAVE_LAST_AGENT))
          .text(move.actor().value())
          .number(wave.at())
          .text(move.interaction().value())
          .execute();
    }
    Optional<BinState> left =
        move.isEdit() ? Optional.empty() : counters.touch(pending.from().bin(), -1);
    Optional<BinState> entered = counters.touch(pending.to().bin(), move.isEdit() ? 0 : 1);
    Interaction now = read(session, pending);
    pending.decide(JdbcDecisions.moved(move, wave, number, now, left, entered));
    write(session, wave, pending);
    return true;
  }

  private static JdbcParameters guarded(
      Session session, Wave wave, Pending.OfMove pending, long number) throws SQLException {
    Move move = pending.move();
    if (move.isEdit()) {
      Content content = move.terms().revision().orElseThrow().content();
      return stillThere(new JdbcParameters(session.prepared(EDIT)).number(rank(content)), pending);
    }
    StoredLocation to = pending.to();
    Optional<Placement> place = move.terms().place();
    boolean placedAnew = to.bin() != 0 && !move.terms().oldPlace();
    JdbcParameters moved =
        new JdbcParameters(session.prepared(MOVE))
            .numberOrNull(to.bin())
            .text(to.holder())
            .text(to.queue())
            .numberOrNull(to.ending())
            .text(to.offeredTo())
            .text(to.offeredBy())
            .number(wave.at())
            .number(number)
            .text(move.terms().note().orElse(null))
            .flag(placedAnew)
            .number(place.map(Placement::seq).orElse(number))
            .flag(placedAnew)
            .number(place.map(Placement::at).map(Micros::of).orElse(wave.at()));
    long oldBin = move.terms().oldPlace() ? to.bin() : 0;
    return stillThere(moved, pending).number(oldBin).number(oldBin);
  }

  private static JdbcParameters stillThere(JdbcParameters parameters, Pending.OfMove pending)
      throws SQLException {
    Move move = pending.move();
    StoredLocation from = pending.from();
    int medium = move.medium().map(Medium::code).orElse(0);
    long hold = move.terms().hold().orElse(0);
    long basedOn = move.terms().revision().map(Move.Revision::basedOn).orElse(0L);
    return parameters
        .text(move.interaction().value())
        .numberOrNull(from.bin())
        .text(from.holder())
        .text(from.queue())
        .text(from.offeredTo())
        .text(from.offeredBy())
        .number(medium)
        .number(medium)
        .number(hold)
        .number(hold)
        .number(basedOn)
        .number(basedOn);
  }

  private Interaction read(Session session, Pending pending) throws SQLException {
    PreparedStatement statement = session.prepared(MOVED);
    statement.setString(1, pending.interaction().value());
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return new JdbcRows(numbers, session).interaction(row, 1);
    }
  }

  private boolean create(
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
    long since = JdbcDecisions.since(creation, wave);
    boolean placed = pending.to().bin() != 0;
    String contact = creation.contact().orElse(null);
    new JdbcParameters(session.prepared(NEW_INTERACTION))
        .text(creation.id().value())
        .number(creation.medium().code())
        .number(rank(creation.content()))
        .number(since)
        .text(creation.submittedBy())
        .numberOrNull(pending.to().bin())
        .text(pending.to().holder())
        .text(pending.to().queue())
        .number(since)
        .number(number)
        .numberOrNull(placed ? number : 0)
        .numberOrNull(placed ? since : 0)
        .number(number)
        .text(creation.home().map(QueueId::value).orElse(null))
        .text(contact)
        .text(contact)
        .execute();
    Optional<BinState> entered = counters.touch(pending.to().bin(), 1);
    Interaction now = read(session, pending);
    pending.decide(JdbcDecisions.created(creation, wave, number, entered, now.lastAgent()));
    write(session, wave, pending);
    return true;
  }

  private static long rank(Content content) {
    return -(long) content.priority();
  }

  private static void insertContent(Session session, long number, Content content)
      throws SQLException {
    new JdbcParameters(session.prepared(NEW_CONTENT))
        .number(number)
        .text(content.direction())
        .text(content.receivedDate())
        .number(content.priority())
        .text(content.attributes())
        .text(content.userData())
        .execute();
  }

  private void write(Session session, Wave wave, Pending pending) throws SQLException {
    if (!(pending.outcome() instanceof Outcome.Moved(Entry entry))) {
      throw new IllegalStateException("only what happened is in the journal");
    }
    Interaction now = entry.interaction();
    StoredLocation from = entry.isEdit() ? StoredLocation.NONE : pending.from();
    StoredLocation to = pending.to();
    JdbcParameters parameters =
        new JdbcParameters(session.prepared(ENTRY))
            .number(entry.number())
            .number(wave.at())
            .text(now.id().value());
    if (session.dialect() == Dialect.POSTGRESQL) {
      parameters.uuid(wave.id());
    } else {
      parameters.text(wave.id().toString());
    }
    long lastBin = now.lastBin().isPresent() ? numbers.find(session, now.lastBin().get()) : 0;
    parameters
        .state(from.bin(), entry.left())
        .state(to.bin(), entry.entered())
        .text(from.holder())
        .text(from.queue())
        .text(from.offeredTo())
        .text(from.offeredBy())
        .text(to.holder())
        .text(to.queue())
        .numberOrNull(to.ending())
        .text(to.offeredTo())
        .text(to.offeredBy())
        .text(entry.actor().value())
        .number(entry.reason().code())
        .number(entry.referenceId())
        .number(Micros.of(now.since()))
        .numberOrNull(now.placement().map(Placement::seq).orElse(0L))
        .numberOrNull(now.placement().map(place -> Micros.of(place.at())).orElse(0L))
        .numberOrNull(lastBin)
        .number(now.contentVersion())
        .text(now.note().orElse(null))
        .numberOrNull(now.hold() == entry.number() ? 0 : now.hold())
        .execute();
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
