package org.openworkbin.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openworkbin.id.UserId;
import org.openworkbin.sql.Database;
import org.springframework.stereotype.Component;

/** States as rows of the store. */
@Component
final class JdbcStateStore implements StateStore {
  private static final String ALL =
      "select person_id, channel, state, do_not_disturb from channel_state order by channel";
  private static final String CLEAR = "delete from channel_state where person_id = :person";
  private static final String KEEP =
      """
      insert into channel_state (person_id, channel, state, do_not_disturb)
      values (:person, :channel, :state, :disturb)
      """;

  private final Database database;

  JdbcStateStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<UserId, List<Kept>> load() {
    return database.read(session -> {
      Map<UserId, List<Kept>> states = new HashMap<>();
      session
          .client()
          .sql(ALL)
          .query(row -> {
            UserId agent = new UserId(row.getString("person_id"));
            states.computeIfAbsent(agent, _ -> new ArrayList<>()).add(kept(row));
          });
      return states;
    });
  }

  @Override
  public void keep(UserId agent, List<Kept> channels) {
    database.write(session -> {
      int cleared = session.client().sql(CLEAR).param("person", agent.value()).update();
      for (Kept kept : channels) {
        session
            .client()
            .sql(KEEP)
            .param("person", agent.value())
            .param("channel", kept.channel().wireName())
            .param("state", kept.operationName())
            .param("disturb", kept.doNotDisturb() ? 1 : 0)
            .update();
      }
      return cleared;
    });
  }

  private static Kept kept(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    return new Kept(
        Channel.named(channel)
            .orElseThrow(() -> new IllegalStateException("no channel is called " + channel)),
        row.getString("state"),
        row.getInt("do_not_disturb") == 1);
  }
}
