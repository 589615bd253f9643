package org.openworkbin.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Standing subscriptions as rows of the store. */
@Component
final class JdbcStandingStore implements StandingStore {
  private static final String ALL = "select person_id from standing_subscription";
  private static final String LEFT_OUT =
      "select person_id, workbin_id, owner_kind, owner_id from standing_exception";
  private static final String KEEP =
      """
      insert into standing_subscription (person_id) values (:person)
      on conflict (person_id) do nothing
      """;
  private static final String LEAVE_NOTHING_OUT =
      "delete from standing_exception where person_id = :person";
  private static final String FORGET =
      "delete from standing_subscription where person_id = :person";
  private static final String LEAVE_OUT =
      """
      insert into standing_exception (person_id, workbin_id, owner_kind, owner_id)
      values (:person, :workbin, :kind, :owner)
      on conflict (person_id, workbin_id, owner_kind, owner_id) do nothing
      """;
  private static final String TAKE_BACK =
      """
      delete from standing_exception
      where person_id = :person and workbin_id = :workbin
        and owner_kind = :kind and owner_id = :owner
      """;

  private final Database database;

  JdbcStandingStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<UserId, Set<BinId>> all() {
    return database.read(session -> {
      Map<UserId, Set<BinId>> all = new HashMap<>();
      session
          .client()
          .sql(ALL)
          .query(String.class)
          .list()
          .forEach(person -> all.put(new UserId(person), new HashSet<>()));
      session
          .client()
          .sql(LEFT_OUT)
          .query((row, _) -> leftOut(row))
          .list()
          .forEach(each -> all.getOrDefault(each.user(), new HashSet<>()).add(each.bin()));
      return all;
    });
  }

  @Override
  public void keep(UserId user) {
    database.write(session -> {
      update(session, LEAVE_NOTHING_OUT, user);
      return update(session, KEEP, user);
    });
  }

  @Override
  public void forget(UserId user) {
    database.write(session -> {
      update(session, LEAVE_NOTHING_OUT, user);
      return update(session, FORGET, user);
    });
  }

  @Override
  public void leaveOut(UserId user, BinId bin) {
    database.write(session -> of(session, LEAVE_OUT, user, bin).update());
  }

  @Override
  public void takeBack(UserId user, BinId bin) {
    database.write(session -> of(session, TAKE_BACK, user, bin).update());
  }

  private static int update(Session session, String statement, UserId user) {
    return session.client().sql(statement).param("person", user.value()).update();
  }

  private static StatementSpec of(Session session, String statement, UserId user, BinId bin) {
    return session
        .client()
        .sql(statement)
        .param("person", user.value())
        .param("workbin", bin.workbin().value())
        .param("kind", bin.owner().kind().code())
        .param("owner", bin.owner().value());
  }

  private static LeftOut leftOut(ResultSet row) throws SQLException {
    return new LeftOut(
        new UserId(row.getString("person_id")),
        new BinId(
            new WorkbinId(row.getString("workbin_id")),
            OwnerKind.ofCode(row.getInt("owner_kind")).owner(row.getString("owner_id"))));
  }

  private record LeftOut(UserId user, BinId bin) {}
}
