package org.openworkbin.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.sql.Database;
import org.springframework.stereotype.Component;

/** Subscriptions as rows of the store. */
@Component
final class JdbcSubscriptionStore implements SubscriptionStore {
  private static final String ALL =
      "select id, person_id, workbin_id, owner_kind, owner_id, as_supervisor from subscription";
  private static final String KEEP =
      """
      insert into subscription (id, person_id, workbin_id, owner_kind, owner_id, as_supervisor)
      values (:id, :person, :workbin, :kind, :owner, :supervisor)
      on conflict (person_id, workbin_id, owner_kind, owner_id)
      do update set id = excluded.id, as_supervisor = excluded.as_supervisor
      """;
  private static final String FORGET = "delete from subscription where id = :id";

  private final Database database;

  JdbcSubscriptionStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Kept> all() {
    return database.read(session ->
        session.client().sql(ALL).query((row, _) -> JdbcSubscriptionStore.kept(row)).list());
  }

  @Override
  public void keep(Kept subscription) {
    OwnerId owner = subscription.bin().owner();
    database.write(session ->
        session
            .client()
            .sql(KEEP)
            .param("id", subscription.id().toString())
            .param("person", subscription.user().value())
            .param("workbin", subscription.bin().workbin().value())
            .param("kind", owner.kind().code())
            .param("owner", owner.value())
            .param("supervisor", subscription.asSupervisor() ? 1 : 0)
            .update());
  }

  @Override
  public void forget(UUID id) {
    database.write(session -> session.client().sql(FORGET).param("id", id.toString()).update());
  }

  private static Kept kept(ResultSet row) throws SQLException {
    OwnerId owner = OwnerKind.ofCode(row.getInt("owner_kind")).owner(row.getString("owner_id"));
    return new Kept(
        UUID.fromString(row.getString("id")),
        new UserId(row.getString("person_id")),
        new BinId(new WorkbinId(row.getString("workbin_id")), owner),
        row.getInt("as_supervisor") == 1);
  }
}
