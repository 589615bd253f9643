package org.openworkbin.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Session;

/** Decides a wave in PostgreSQL: the whole wave in one statement. */
final class JdbcPostgresDecisions extends JdbcDecisions {

  /** The moves come as arrays. */
  private static final String ASKED =
      """
      with asked as (
        select a.ord, a.id, a.medium, a.fence, nullif(a.from_bin, 0) as from_bin, a.from_holder,
          a.from_queue, nullif(a.to_bin, 0) as to_bin, a.to_holder, a.to_queue,
          nullif(a.to_ending, 0) as to_ending, a.actor, a.reason, a.reference_id
        from unnest(?::int4[], ?::text[], ?::int4[], ?::int8[], ?::int8[], ?::text[], ?::text[],
            ?::int8[], ?::text[], ?::text[], ?::int4[], ?::text[], ?::int4[], ?::int8[])
          as a (ord, id, medium, fence, from_bin, from_holder, from_queue, to_bin, to_holder,
            to_queue, to_ending, actor, reason, reference_id)
      ),
      wave as (select ?::int8 as base, ?::int8 as at, ?::uuid as id),
      """;

  /** Those whose interaction is where they expect it, and as they expect it. */
  private static final String FOUND =
      """
      asked a join interaction i on i.id = a.id
            and (i.bin_no = a.from_bin or i.holder = a.from_holder or i.queue = a.from_queue)
            and (a.medium = 0 or a.medium = i.medium) and (a.fence = 0 or a.fence = i.hold)
      """;

  /**
   * Numbers the moves and, where each touches one bin at most, the revisions of the bins in the
   * order of the wave. Done before the interactions are written, while the rows are small.
   */
  private static final String ONE_BIN =
      """
      numbered as (
        select n.*, case when n.from_bin is not null then n.revision end as left_revision,
          case when n.from_bin is not null then n.item_count end as left_count,
          case when n.to_bin is not null then n.revision end as entered_revision,
          case when n.to_bin is not null then n.item_count end as entered_count
        from (
          select a.*, row_number() over (order by a.ord) as nth,
            b.revision + row_number() over bin as revision,
            b.item_count + sum(case when a.from_bin is null then 1 else -1 end) over bin
              as item_count
          from\s
      """
          + FOUND
          + """
                left join bin b on b.no = coalesce(a.from_bin, a.to_bin)
              window bin as (partition by b.no order by a.ord rows unbounded preceding)
            ) n
          ),
          """;

  /**
   * The same where moves go from bin to bin: each has one side for the bin it leaves (also where it
   * leaves none) and one for the bin it enters; {@code lead} brings the two sides together again.
   */
  private static final String TWO_BINS =
      """
      found as (
        select a.*, row_number() over (order by a.ord) as nth from\s
      """
          + FOUND
          + """
          ),
          sides as (
            select f.*, 0 as side, f.from_bin as of_bin, -1 as step from found f
            union all
            select f.*, 1, f.to_bin, 1 from found f where f.to_bin is not null
          ),
          revised as (
            select s.*, b.revision + row_number() over bin as revision,
              b.item_count + sum(s.step) over bin as item_count
            from sides s left join bin b on b.no = s.of_bin
            window bin as (partition by s.of_bin order by s.ord, s.side rows unbounded preceding)
          ),
          paired as (
            select r.*, revision as left_revision, item_count as left_count,
              case when lead(side) over wave = 1 then lead(revision) over wave end as entered_revision,
              case when lead(side) over wave = 1 then lead(item_count) over wave end as entered_count
            from revised r
            window wave as (order by ord, side)
          ),
          numbered as (select * from paired where side = 0),
          """;

  /** The guarded update decides, and what it returns is counted and entered. */
  private static final String DECIDED =
      """
      moved as (
        update interaction i set bin_no = n.to_bin, holder = n.to_holder, queue = n.to_queue,
          ending = n.to_ending, since = w.at, hold = w.base + n.nth, note = null,
          place_seq = case when n.to_bin is null then i.place_seq else w.base + n.nth end,
          placed_at = case when n.to_bin is null then i.placed_at else w.at end,
          last_bin = coalesce(n.from_bin, i.last_bin)
        from numbered n cross join wave w
        where i.id = n.id
          and (i.bin_no = n.from_bin or i.holder = n.from_holder or i.queue = n.from_queue)
        returning n.ord, w.id as wave, n.from_bin, n.from_holder, n.from_queue, n.left_revision,
          n.left_count, n.entered_revision, n.entered_count, n.actor, n.reason, n.reference_id, i.*
      ),
      counted as (
        update bin b set revision = b.revision + s.touches, item_count = b.item_count + s.steps
        from (
          select t.no, count(*) as touches, sum(t.step) as steps
          from (
            select from_bin as no, -1 as step from moved where from_bin is not null
            union all
            select bin_no, 1 from moved where bin_no is not null
          ) t
          group by t.no order by t.no
        ) s
        where b.no = s.no
      ),
      kept as (
        insert into journal (number, at, interaction, wave, left_bin, left_revision, left_count,
          entered_bin, entered_revision, entered_count, from_holder, from_queue, to_holder,
          to_queue, to_ending, actor, reason, reference_id, since, place_seq, placed_at, last_bin,
          content_no)
        select hold, since, id, wave, from_bin, left_revision, left_count, bin_no, entered_revision,
          entered_count, from_holder, from_queue, holder, queue, ending, actor, reason, reference_id,
          since, place_seq, placed_at, last_bin, content_no
        from moved
      )
      select
      """
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + ", i.ord, i.hold, i.left_revision, i.left_count, i.entered_revision, i.entered_count"
          + " from moved i join content c on c.no = i.content_no";

  private static final String MOVE = ASKED + ONE_BIN + DECIDED;
  private static final String MOVE_BETWEEN = ASKED + TWO_BINS + DECIDED;

  private static final String CREATE =
      """
      with asked as (
        select a.ord, a.id, a.medium, a.direction, a.received_date, a.priority, a.attributes,
          a.user_data, a.submitted_by, a.since, nullif(a.to_bin, 0) as to_bin, a.to_holder,
          a.to_queue, a.actor, a.reason, a.reference_id, a.home, a.contact
        from unnest(?::int4[], ?::text[], ?::int4[], ?::text[], ?::text[], ?::int4[], ?::text[],
            ?::text[], ?::text[], ?::int8[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::int4[],
            ?::int8[], ?::text[], ?::text[])
          as a (ord, id, medium, direction, received_date, priority, attributes, user_data,
            submitted_by, since, to_bin, to_holder, to_queue, actor, reason, reference_id, home,
            contact)
      ),
      wave as (select ?::int8 as base, ?::int8 as at, ?::uuid as id),
      fresh as materialized (
        select a.*, k.last_agent, w.at, w.id as wave,
          w.base + row_number() over (order by a.ord) as number
        from wave w cross join asked a left join contact k on k.id = a.contact
        where not exists (select from interaction i where i.id = a.id)
      ),
      contents as (
        insert into content (no, direction, received_date, priority, attributes, user_data)
        select number, direction, received_date, priority, attributes, user_data from fresh
      ),
      interactions as (
        insert into interaction (id, medium, rank, submitted_at, submitted_by, bin_no, holder,
          queue, since, hold, place_seq, placed_at, content_no, home, contact, last_agent)
        select id, medium, -priority::int8, since, submitted_by, to_bin, to_holder, to_queue, since,
          number, case when to_bin is not null then number end,
          case when to_bin is not null then since end, number, home, contact, last_agent
        from fresh
      ),
      counted as (
        update bin b set revision = b.revision + s.touches, item_count = b.item_count + s.touches
        from (
          select to_bin, count(*) as touches from fresh
          where to_bin is not null group by to_bin order by to_bin
        ) s
        where b.no = s.to_bin
      ),
      entries as materialized (
        select f.*, b.revision + row_number() over bin as revision,
          b.item_count + row_number() over bin as item_count
        from fresh f left join bin b on b.no = f.to_bin
        window bin as (partition by f.to_bin order by f.ord)
      ),
      kept as (
        insert into journal (number, at, interaction, wave, entered_bin, entered_revision,
          entered_count, to_holder, to_queue, actor, reason, reference_id, since, place_seq,
          placed_at, content_no)
        select number, at, id, wave, to_bin, revision, item_count, to_holder, to_queue, actor,
          reason, reference_id, since, case when to_bin is not null then number end,
          case when to_bin is not null then since end, number
        from entries
      )
      select ord, number, revision, item_count, last_agent from entries
      """;

  private static final String NOW =
      "select "
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + """
          , (select n.id from interaction n where n.bin_no = a.from_bin and n.medium = i.medium
             order by n.rank, n.place_seq, n.id limit 1), a.ord
          from unnest(?::int4[], ?::text[], ?::int8[]) as a (ord, id, from_bin)
          join interaction i on i.id = a.id join content c on c.no = i.content_no
          """;

  private static final int AFTER = JdbcRows.AFTER_CONTENT;

  private final JdbcBinNumbers numbers;
  private final JdbcSingleDecisions singles;

  JdbcPostgresDecisions(JdbcBinNumbers numbers) {
    this.numbers = numbers;
    this.singles = new JdbcSingleDecisions(numbers);
  }

  @Override
  boolean isOneStatement(Wave wave) {
    return wave.kind() != Pending.Kind.OTHER_MOVE;
  }

  @Override
  void decide(Session session, Wave wave) throws SQLException {
    if (wave.leads().isEmpty()) {
      return;
    }
    switch (wave.kind()) {
      case PLAIN_MOVE -> move(session, wave);
      case OTHER_MOVE -> singles.decide(session, wave);
      case CREATION -> create(session, wave);
    }
  }

  private void move(Session session, Wave wave) throws SQLException {
    List<Pending> leads = wave.leads();
    boolean between =
        leads.stream().anyMatch(lead -> lead.from().bin() != 0 && lead.to().bin() != 0);
    JdbcColumns columns =
        new JdbcColumns(session.prepared(between ? MOVE_BETWEEN : MOVE), leads.size());
    columns.ordinals();
    columns.texts(i -> leads.get(i).interaction().value());
    columns.ints(i -> move(leads, i).medium().map(Medium::code).orElse(0));
    columns.longs(i -> move(leads, i).terms().hold().orElse(0));
    columns.longs(i -> leads.get(i).from().bin());
    columns.texts(i -> leads.get(i).from().holder());
    columns.texts(i -> leads.get(i).from().queue());
    columns.longs(i -> leads.get(i).to().bin());
    columns.texts(i -> leads.get(i).to().holder());
    columns.texts(i -> leads.get(i).to().queue());
    columns.ints(i -> leads.get(i).to().ending());
    columns.texts(i -> move(leads, i).actor().value());
    columns.ints(i -> move(leads, i).reason().code());
    columns.longs(i -> move(leads, i).referenceId());
    ResultSet row = columns.execute(wave);
    try (row) {
      JdbcRows rows = new JdbcRows(numbers, session);
      while (row.next()) {
        int ord = row.getInt(AFTER);
        leads.get(ord).decide(moved(move(leads, ord), leads.get(ord), wave, rows, row));
      }
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  /**
   * The statement has run, and may have been durable since: not an error of the database's, which
   * would mean that nothing happened.
   */
  private static IllegalStateException unread(SQLException why) {
    return new IllegalStateException("what was decided could not be read", why);
  }

  private static Move move(List<Pending> leads, int index) {
    return ((Pending.OfMove) leads.get(index)).move();
  }

  private static Outcome moved(Move move, Pending lead, Wave wave, JdbcRows rows, ResultSet row)
      throws SQLException {
    return moved(
        move,
        wave,
        row.getLong(AFTER + 1),
        rows.interaction(row, 1),
        rows.state(lead.from().bin(), row.getLong(AFTER + 2), row.getLong(AFTER + 3)),
        rows.state(lead.to().bin(), row.getLong(AFTER + 4), row.getLong(AFTER + 5)));
  }

  private void create(Session session, Wave wave) throws SQLException {
    List<Pending> leads = wave.leads();
    JdbcColumns columns = new JdbcColumns(session.prepared(CREATE), leads.size());
    columns.ordinals();
    columns.texts(i -> leads.get(i).interaction().value());
    columns.ints(i -> creation(leads, i).medium().code());
    columns.texts(i -> creation(leads, i).content().direction());
    columns.texts(i -> creation(leads, i).content().receivedDate());
    columns.ints(i -> creation(leads, i).content().priority());
    columns.texts(i -> creation(leads, i).content().attributes());
    columns.texts(i -> creation(leads, i).content().userData());
    columns.texts(i -> creation(leads, i).submittedBy());
    columns.longs(i -> since(creation(leads, i), wave));
    columns.longs(i -> leads.get(i).to().bin());
    columns.texts(i -> leads.get(i).to().holder());
    columns.texts(i -> leads.get(i).to().queue());
    columns.texts(i -> creation(leads, i).actor().value());
    columns.ints(i -> creation(leads, i).reason().code());
    columns.longs(i -> creation(leads, i).referenceId());
    columns.texts(i -> creation(leads, i).home().map(QueueId::value).orElse(null));
    columns.texts(i -> creation(leads, i).contact().orElse(null));
    ResultSet row = columns.execute(wave);
    try (row) {
      JdbcRows rows = new JdbcRows(numbers, session);
      while (row.next()) {
        Pending lead = leads.get(row.getInt(1));
        Optional<BinState> entered = rows.state(lead.to().bin(), row.getLong(3), row.getLong(4));
        Optional<UserId> lastAgent = Optional.ofNullable(row.getString(5)).map(UserId::new);
        lead.decide(
            created(creation(leads, row.getInt(1)), wave, row.getLong(2), entered, lastAgent));
      }
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  private static Creation creation(List<Pending> leads, int index) {
    return ((Pending.OfCreation) leads.get(index)).creation();
  }

  @Override
  void resolve(Session session, List<Pending.OfMove> refused) throws SQLException {
    JdbcColumns columns = new JdbcColumns(session.prepared(NOW), refused.size());
    columns.ordinals();
    columns.texts(i -> refused.get(i).interaction().value());
    columns.longs(i -> refused.get(i).from().bin());
    try (ResultSet row = columns.execute()) {
      JdbcRows rows = new JdbcRows(numbers, session);
      while (row.next()) {
        Pending.OfMove pending = refused.get(row.getInt(AFTER + 1));
        pending.decide(refused(pending.move(), rows, row, AFTER));
      }
    }
    for (Pending.OfMove pending : refused) {
      if (pending.outcome() == null) {
        pending.decide(new Outcome.Absent(pending.interaction()));
      }
    }
  }
}
