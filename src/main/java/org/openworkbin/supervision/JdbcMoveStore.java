package org.openworkbin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Interaction.Placement;
import org.openworkbin.ledger.Location;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Moves of several items as rows of the store; times are epoch microseconds. */
@Component
final class JdbcMoveStore implements MoveStore {
  private static final String FORGET = "delete from bulk_move where at <= :until";

  private static final String ADD =
      """
      insert into bulk_move (id, at, by_id, remark, to_workbin, to_owner_kind, to_owner,
        reference_id, more, request_key, request_digest, under_way)
      values (:id, :at, :by, :remark, :workbin, :kind, :owner, :reference, :more, :key, :digest, 1)
      """;

  private static final String ADD_ITEM =
      """
      insert into bulk_move_item (move_id, ordinal, item, from_workbin, from_owner_kind, from_owner,
        from_holder, place_seq, placed_at, seen, refusal)
      values (:move, :ordinal, :item, :workbin, :kind, :owner, :holder, :seq, :placedAt, :seen,
        :refusal)
      """;

  private static final String MOVES = "select m.* from bulk_move m where m.at > :since ";
  private static final String BY_ID = MOVES + "and m.id = :id";
  private static final String BY_KEY =
      MOVES + "and m.by_id = :by and m.request_key = :key and m.request_digest = :digest";
  private static final String NEWEST =
      MOVES
          + """
          and (:any = 1 or m.by_id = :by) and exists
            (select 1 from bulk_move_item i where i.move_id = m.id and i.hold is not null)
          order by m.at desc, m.id limit :limit
          """;
  private static final String UNDER_WAY = "select m.* from bulk_move m where m.under_way = 1";

  private static final String ITEMS =
      "select * from bulk_move_item where move_id = :id order by ordinal";

  private static final String RESUME =
      """
      update bulk_move set under_way = 1 where id = :id and under_way = 0 and undo_at is null
      """;

  private static final String CLAIM =
      """
      update bulk_move set under_way = 1, undo_at = :at, undo_by = :by, undo_reference = :reference,
        undo_key = :key
      where id = :id and under_way = 0 and undo_at is null
      """;

  private static final String DONE = "update bulk_move set under_way = 0 where id = :id";

  private static final String SETTLED =
      """
      update bulk_move set under_way = 0, undo_at = null, undo_by = null, undo_reference = null,
        undo_key = null
      where id = :id and under_way = 1 and coalesce(undo_reference, 0) = :undoing
      """;

  private static final String RESULT =
      """
      update bulk_move_item
      set hold = :hold, refusal = :refusal, undo_hold = :undoHold, undo_refusal = :undoRefusal
      where move_id = :move and item = :item
      """;

  private final Database database;

  JdbcMoveStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(BulkMove move, Repetition request) {
    database.write(session -> {
      session.client().sql(FORGET).param("until", micros(move.at().minus(BulkMove.KEPT))).update();
      session
          .client()
          .sql(ADD)
          .param("id", move.id())
          .param("at", micros(move.at()))
          .param("by", move.by().value())
          .param("remark", move.comment().orElse(null))
          .param("workbin", move.to().workbin().value())
          .param("kind", move.to().owner().kind().code())
          .param("owner", move.to().owner().value())
          .param("reference", move.referenceId())
          .param("more", move.more() ? 1 : 0)
          .param("key", request.key().orElse(null))
          .param("digest", request.digest())
          .update();
      for (int ordinal = 0; ordinal < move.items().size(); ordinal++) {
        add(session, move.id(), ordinal, move.items().get(ordinal));
      }
      return move.items().size();
    });
  }

  private static void add(Session session, String move, int ordinal, BulkMove.Item item) {
    Optional<BinId> bin =
        item.from().orElse(null) instanceof Location.Bin(BinId from)
            ? Optional.of(from)
            : Optional.empty();
    Optional<UserId> holder =
        item.from().orElse(null) instanceof Location.Hand(UserId agent)
            ? Optional.of(agent)
            : Optional.empty();
    session
        .client()
        .sql(ADD_ITEM)
        .param("move", move)
        .param("ordinal", ordinal)
        .param("item", item.id())
        .param("workbin", bin.map(from -> from.workbin().value()).orElse(null))
        .param("kind", bin.map(from -> from.owner().kind().code()).orElse(null))
        .param("owner", bin.map(from -> from.owner().value()).orElse(null))
        .param("holder", holder.map(UserId::value).orElse(null))
        .param("seq", item.place().map(Placement::seq).orElse(null))
        .param("placedAt", item.place().map(place -> micros(place.at())).orElse(null))
        .param("seen", item.seen())
        .param("refusal", item.refusal().map(Stay::name).orElse(null))
        .update();
  }

  @Override
  public Optional<BulkMove> find(String id, Instant since) {
    return database.read(session ->
        moves(session, session.client().sql(BY_ID).param("id", id).param("since", micros(since)))
            .stream()
            .findFirst());
  }

  @Override
  public Optional<BulkMove> begunBy(Repetition request, Instant since) {
    if (request.key().isEmpty()) {
      return Optional.empty();
    }
    return database.read(session ->
        moves(
                session,
                session
                    .client()
                    .sql(BY_KEY)
                    .param("by", request.user().value())
                    .param("key", request.key().get())
                    .param("digest", request.digest())
                    .param("since", micros(since)))
            .stream()
            .findFirst());
  }

  @Override
  public List<BulkMove> newest(Optional<UserId> by, Instant since, int limit) {
    return database.read(session ->
        moves(
            session,
            session
                .client()
                .sql(NEWEST)
                .param("any", by.isEmpty() ? 1 : 0)
                .param("by", by.map(UserId::value).orElse(""))
                .param("since", micros(since))
                .param("limit", limit)));
  }

  @Override
  public List<BulkMove> underWay() {
    return database.read(session -> moves(session, session.client().sql(UNDER_WAY)));
  }

  @Override
  public boolean resume(String id) {
    return database.write(session -> session.client().sql(RESUME).param("id", id).update() == 1);
  }

  @Override
  public boolean claim(String id, BulkMove.Undoing undoing) {
    return database.write(session ->
        session
                .client()
                .sql(CLAIM)
                .param("id", id)
                .param("at", micros(undoing.at()))
                .param("by", undoing.by().value())
                .param("reference", undoing.referenceId())
                .param("key", undoing.key().orElse(null))
                .update()
            == 1);
  }

  @Override
  public void finish(BulkMove move) {
    database.write(session -> {
      keepResults(session, move);
      return session.client().sql(DONE).param("id", move.id()).update();
    });
  }

  @Override
  public void settle(BulkMove move) {
    database.write(session -> {
      int settled =
          session
              .client()
              .sql(SETTLED)
              .param("id", move.id())
              .param("undoing", move.undoing().map(BulkMove.Undoing::referenceId).orElse(0L))
              .update();
      if (settled == 1) {
        keepResults(session, move);
      }
      return settled;
    });
  }

  private static void keepResults(Session session, BulkMove move) {
    for (BulkMove.Item item : move.items()) {
      session
          .client()
          .sql(RESULT)
          .param("move", move.id())
          .param("item", item.id())
          .param("hold", orNull(item.hold()))
          .param("refusal", item.refusal().map(Stay::name).orElse(null))
          .param("undoHold", orNull(item.undoHold()))
          .param("undoRefusal", item.undoRefusal().map(Stay::name).orElse(null))
          .update();
    }
  }

  private static List<BulkMove> moves(Session session, StatementSpec statement) {
    return statement.query((row, _) -> move(row)).list().stream()
        .map(move ->
            move.with(
                session
                    .client()
                    .sql(ITEMS)
                    .param("id", move.id())
                    .query((row, _) -> item(row))
                    .list()))
        .toList();
  }

  private static BulkMove move(ResultSet row) throws SQLException {
    String undoneBy = row.getString("undo_by");
    return new BulkMove(
        row.getString("id"),
        instant(row.getLong("at")),
        new UserId(row.getString("by_id")),
        Optional.ofNullable(row.getString("remark")),
        bin(row, "to"),
        row.getLong("reference_id"),
        row.getInt("more") == 1,
        row.getInt("under_way") == 1,
        undoneBy == null
            ? Optional.empty()
            : Optional.of(
                new BulkMove.Undoing(
                    instant(row.getLong("undo_at")),
                    new UserId(undoneBy),
                    row.getLong("undo_reference"),
                    Optional.ofNullable(row.getString("undo_key")))),
        List.of());
  }

  private static BulkMove.Item item(ResultSet row) throws SQLException {
    String holder = row.getString("from_holder");
    Optional<Location> from =
        holder != null
            ? Optional.of(new Location.Hand(new UserId(holder)))
            : row.getString("from_workbin") == null
                ? Optional.empty()
                : Optional.of(new Location.Bin(bin(row, "from")));
    OptionalLong place = number(row, "place_seq");
    return new BulkMove.Item(
        row.getString("item"),
        from,
        place.isPresent()
            ? Optional.of(new Placement(place.getAsLong(), instant(row.getLong("placed_at"))))
            : Optional.empty(),
        row.getLong("seen"),
        number(row, "hold"),
        Optional.ofNullable(row.getString("refusal")).map(Stay::valueOf),
        number(row, "undo_hold"),
        Optional.ofNullable(row.getString("undo_refusal")).map(Stay::valueOf));
  }

  private static BinId bin(ResultSet row, String side) throws SQLException {
    return new BinId(
        new WorkbinId(row.getString(side + "_workbin")),
        OwnerKind.ofCode(row.getInt(side + "_owner_kind")).owner(row.getString(side + "_owner")));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
