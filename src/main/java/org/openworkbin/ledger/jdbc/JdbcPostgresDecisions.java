package org.openworkbin.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Session;

/** Decides a wave in PostgreSQL: the whole wave in one statement. */
final class JdbcPostgresDecisions extends JdbcDecisions {

  /**
   * The moves come as arrays. Those whose interaction is where they expect it are numbered; the
   * guarded update decides, and what it returns is entered.
   */
  private static final String MOVED =
      """
      with asked as (
        select a.ord, a.id, a.medium, nullif(a.from_bin, 0) as from_bin, a.from_holder,
          a.from_queue, nullif(a.to_bin, 0) as to_bin, a.to_holder, a.to_queue,
          nullif(a.to_ending, 0) as to_ending, a.actor, a.reason, a.reference_id
        from unnest(?::int4[], ?::text[], ?::int4[], ?::int8[], ?::text[], ?::text[], ?::int8[],
            ?::text[], ?::text[], ?::int4[], ?::text[], ?::int4[], ?::int8[])
          as a (ord, id, medium, from_bin, from_holder, from_queue, to_bin, to_holder, to_queue,
            to_ending, actor, reason, reference_id)
      ),
      wave as (select ?::int8 as base, ?::int8 as at, ?::uuid as id),
      found as materialized (
        select a.*, w.at, w.id as wave, w.base + row_number() over (order by a.ord) as number
        from wave w cross join asked a join interaction i on i.id = a.id
        where (i.bin_no = a.from_bin or i.holder = a.from_holder or i.queue = a.from_queue)
          and (a.medium = 0 or a.medium = i.medium)
      ),
      moved as (
        update interaction i set bin_no = f.to_bin, holder = f.to_holder, queue = f.to_queue,
          ending = f.to_ending, since = f.at, hold = f.number,
          place_seq = case when f.to_bin is null then i.place_seq else f.number end,
          placed_at = case when f.to_bin is null then i.placed_at else f.at end,
          last_bin = coalesce(f.from_bin, i.last_bin)
        from found f
        where i.id = f.id
          and (i.bin_no = f.from_bin or i.holder = f.from_holder or i.queue = f.from_queue)
        returning f.*, i.medium as of_medium, i.submitted_at, i.submitted_by, i.place_seq,
          i.placed_at, i.last_bin, i.content_no
      ),
      """;

  /**
   * Where each move touches one bin at most, the revisions of a bin follow the order of the wave.
   */
  private static final String ONE_BIN =
      """
      counted as (
        update bin b set revision = b.revision + s.touches, item_count = b.item_count + s.steps
        from (
          select coalesce(from_bin, to_bin) as bin_no, count(*) as touches,
            sum(case when from_bin is null then 1 else -1 end) as steps
          from moved where from_bin is not null or to_bin is not null group by 1 order by 1
        ) s
        where b.no = s.bin_no
      ),
      numbered as (
        select m.*, b.revision + row_number() over bin as revision,
          b.item_count + sum(case when m.from_bin is null then 1 else -1 end) over bin as item_count
        from moved m left join bin b on b.no = coalesce(m.from_bin, m.to_bin)
        window bin as (partition by coalesce(m.from_bin, m.to_bin) order by m.ord
          rows unbounded preceding)
      ),
      entries as materialized (
        select n.*, case when from_bin is not null then revision end as left_revision,
          case when from_bin is not null then item_count end as left_count,
          case when to_bin is not null then revision end as entered_revision,
          case when to_bin is not null then item_count end as entered_count
        from numbered n
      ),
      """;

  /**
   * Where moves go from bin to bin, each has one side for the bin it leaves (also where it leaves
   * none) and one for the bin it enters; {@code lead} brings the two sides together again.
   */
  private static final String TWO_BINS =
      """
      sides as (
        select m.*, 0 as side, m.from_bin as bin_no, -1 as step from moved m
        union all
        select m.*, 1, m.to_bin, 1 from moved m where m.to_bin is not null
      ),
      counted as (
        update bin b set revision = b.revision + s.touches, item_count = b.item_count + s.steps
        from (
          select bin_no, count(*) as touches, sum(step) as steps from sides
          where bin_no is not null group by bin_no order by bin_no
        ) s
        where b.no = s.bin_no
      ),
      numbered as (
        select s.*, b.revision + row_number() over bin as revision,
          b.item_count + sum(s.step) over bin as item_count
        from sides s left join bin b on b.no = s.bin_no
        window bin as (partition by s.bin_no order by s.ord, s.side rows unbounded preceding)
      ),
      paired as (
        select n.*, revision as left_revision, item_count as left_count,
          case when lead(side) over wave = 1 then lead(revision) over wave end as entered_revision,
          case when lead(side) over wave = 1 then lead(item_count) over wave end as entered_count
        from numbered n
        window wave as (order by ord, side)
      ),
      entries as materialized (select * from paired where side = 0),
      """;

  private static final String ENTERED =
      """
      kept as (
        insert into journal (number, at, interaction, wave, left_bin, left_revision, left_count,
          entered_bin, entered_revision, entered_count, from_holder, from_queue, to_holder,
          to_queue, to_ending, actor, reason, reference_id, since, place_seq, placed_at, last_bin,
          content_no)
        select number, at, id, wave, from_bin, left_revision, left_count, to_bin, entered_revision,
          entered_count, from_holder, from_queue, to_holder, to_queue, to_ending, actor, reason,
          reference_id, at, place_seq, placed_at, last_bin, content_no
        from entries
      )
      select e.ord, e.number, e.of_medium, e.submitted_at, e.submitted_by, e.place_seq, e.placed_at,
        e.last_bin, e.left_revision, e.left_count, e.entered_revision, e.entered_count,
      """
          + JdbcRows.CONTENT
          + " from entries e join content c on c.no = e.content_no";

  private static final String MOVE = MOVED + ONE_BIN + ENTERED;
  private static final String MOVE_BETWEEN = MOVED + TWO_BINS + ENTERED;

  private static final int CONTENT_OF_MOVE = 13;

  private static final String CREATE =
      """
      with asked as (
        select a.ord, a.id, a.medium, a.direction, a.received_date, a.priority, a.attributes,
          a.user_data, a.submitted_by, a.since, nullif(a.to_bin, 0) as to_bin, a.to_holder,
          a.to_queue, a.actor, a.reason, a.reference_id
        from unnest(?::int4[], ?::text[], ?::int4[], ?::text[], ?::text[], ?::int4[], ?::text[],
            ?::text[], ?::text[], ?::int8[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::int4[],
            ?::int8[])
          as a (ord, id, medium, direction, received_date, priority, attributes, user_data,
            submitted_by, since, to_bin, to_holder, to_queue, actor, reason, reference_id)
      ),
      wave as (select ?::int8 as base, ?::int8 as at, ?::uuid as id),
      fresh as materialized (
        select a.*, w.at, w.id as wave, w.base + row_number() over (order by a.ord) as number
        from wave w cross join asked a
        where not exists (select from interaction i where i.id = a.id)
      ),
      contents as (
        insert into content (no, direction, received_date, priority, attributes, user_data)
        select number, direction, received_date, priority, attributes, user_data from fresh
      ),
      interactions as (
        insert into interaction (id, medium, rank, submitted_at, submitted_by, bin_no, holder,
          queue, since, hold, place_seq, placed_at, content_no)
        select id, medium, -priority::int8, since, submitted_by, to_bin, to_holder, to_queue, since,
          number, case when to_bin is not null then number end,
          case when to_bin is not null then since end, number
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
      select ord, number, revision, item_count from entries
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

  private static final int NEXT = 20;
  private static final int ORD = 21;

  private final JdbcBinNumbers numbers;

  JdbcPostgresDecisions(JdbcBinNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  boolean isOneStatement() {
    return true;
  }

  @Override
  void decide(Session session, Wave wave) throws SQLException {
    if (wave.ofMoves()) {
      move(session, wave);
    } else {
      create(session, wave);
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
    try (ResultSet row = columns.execute(wave)) {
      JdbcRows rows = new JdbcRows(numbers, session);
      while (row.next()) {
        Pending lead = leads.get(row.getInt(1));
        lead.decide(moved(move(leads, row.getInt(1)), lead, wave, rows, row));
      }
    }
  }

  private static Move move(List<Pending> leads, int index) {
    return ((Pending.OfMove) leads.get(index)).move();
  }

  private static Outcome moved(Move move, Pending lead, Wave wave, JdbcRows rows, ResultSet row)
      throws SQLException {
    Kept kept =
        new Kept(
            Medium.ofCode(row.getInt(3)),
            JdbcRows.content(row, CONTENT_OF_MOVE),
            row.getLong(4),
            row.getString(5),
            row.getLong(6),
            row.getLong(7),
            rows.bin(row.getLong(8)));
    Optional<BinState> left = rows.state(lead.from().bin(), row.getLong(9), row.getLong(10));
    Optional<BinState> entered = rows.state(lead.to().bin(), row.getLong(11), row.getLong(12));
    return moved(move, wave, row.getLong(2), kept, left, entered);
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
    try (ResultSet row = columns.execute(wave)) {
      JdbcRows rows = new JdbcRows(numbers, session);
      while (row.next()) {
        Pending lead = leads.get(row.getInt(1));
        Optional<BinState> entered = rows.state(lead.to().bin(), row.getLong(3), row.getLong(4));
        lead.decide(created(creation(leads, row.getInt(1)), wave, row.getLong(2), entered));
      }
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
        Pending.OfMove pending = refused.get(row.getInt(ORD));
        pending.decide(refused(pending.move(), rows, row, NEXT));
      }
    }
    for (Pending.OfMove pending : refused) {
      if (pending.outcome() == null) {
        pending.decide(new Outcome.Absent(pending.interaction()));
      }
    }
  }
}
