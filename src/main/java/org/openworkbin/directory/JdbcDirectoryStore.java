package org.openworkbin.directory;

import java.util.Optional;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.openworkbin.sql.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contact centre as rows of the store. */
public final class JdbcDirectoryStore implements DirectoryStore {
  private static final String FOUND =
      """
      insert into contact_center (singleton, id, version) values (1, :id, 0)
      on conflict (singleton) do nothing
      """;
  private static final String BUMP = "update contact_center set version = version + 1";
  private static final String HASH = "select password_hash from person where id = :id";

  private final Database database;

  /** Founds the contact centre where the store has none yet. */
  public JdbcDirectoryStore(Database database, IdGenerator ids) {
    this.database = database;
    String id = ids.newUuid().toString();
    database.write(session -> session.client().sql(FOUND).param("id", id).update());
  }

  @Override
  public ContactCenter load() {
    return database.read(session -> JdbcDirectoryRows.load(session.client()));
  }

  /** Reads inside the transaction, so that what comes back is what this change made. */
  @Override
  public ContactCenter apply(DirectoryChange change) {
    return database.write(session -> {
      JdbcClient client = session.client();
      JdbcDirectoryChanges.write(client, change);
      client.sql(BUMP).update();
      return JdbcDirectoryRows.load(client);
    });
  }

  @Override
  public Optional<String> hashOf(UserId user) {
    return database.read(session ->
        session
            .client()
            .sql(HASH)
            .param("id", user.value())
            .query((row, _) -> Optional.ofNullable(row.getString(1)))
            .optional()
            .flatMap(hash -> hash));
  }
}
