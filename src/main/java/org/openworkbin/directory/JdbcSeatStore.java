package org.openworkbin.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.sql.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats as rows of the store. */
public final class JdbcSeatStore implements SeatStore {
  private static final String ALL = "select person_id, place_id from seat";
  private static final String FREE = "update seat set place_id = null where place_id = :place";
  private static final String TAKE =
      """
      insert into seat (person_id, place_id) values (:person, :place)
      on conflict (person_id) do update set place_id = excluded.place_id
      """;
  private static final String LEAVE = "delete from seat where person_id = :person";

  private final Database database;

  public JdbcSeatStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<UserId, Optional<PlaceId>> load() {
    return database.read(session -> {
      Map<UserId, Optional<PlaceId>> seats = new HashMap<>();
      session
          .client()
          .sql(ALL)
          .query(row -> {
            seats.put(
                new UserId(row.getString("person_id")),
                Optional.ofNullable(row.getString("place_id")).map(PlaceId::new));
          });
      return seats;
    });
  }

  @Override
  public void take(UserId user, Optional<PlaceId> place) {
    database.write(session -> {
      JdbcClient client = session.client();
      if (place.isPresent()) {
        client.sql(FREE).param("place", place.get().value()).update();
      }
      return client
          .sql(TAKE)
          .param("person", user.value())
          .param("place", place.map(PlaceId::value).orElse(null))
          .update();
    });
  }

  @Override
  public void leave(UserId user) {
    database.write(session -> session.client().sql(LEAVE).param("person", user.value()).update());
  }
}
