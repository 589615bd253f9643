package org.openworkbin.directory;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.sql.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contact centre as rows of the store. */
public final class JdbcDirectoryStore implements DirectoryStore {
  private static final String FOUND =
      """
      insert into contact_center (singleton, id, version) values (1, :id, 0)
      on conflict (singleton) do nothing
      """;
  private static final String BUMP =
      "update contact_center set version = :version where version = :version - 1";
  private static final String HASH = "select password_hash from person where id = :id";

  private final Database database;
  private final InstantSource clock;

  /** Founds the contact centre where the store has none yet. */
  public JdbcDirectoryStore(Database database, IdGenerator ids, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    String id = ids.newUuid().toString();
    database.write(session -> session.client().sql(FOUND).param("id", id).update());
  }

  @Override
  public ContactCenter load() {
    return database.read(session -> JdbcDirectoryRows.load(session.client()));
  }

  @Override
  public ContactCenter settled() {
    return database.write(session -> JdbcDirectoryRows.load(session.client()));
  }

  /** Reads nothing back: moves wait for the writer meanwhile. */
  @Override
  public void write(DirectoryChange change, ContactCenter after, List<Audited> trail) {
    database.write(session -> {
      JdbcClient client = session.client();
      if (client.sql(BUMP).param("version", after.version()).update() == 0) {
        throw new Refusal.Stale().asException();
      }
      JdbcDirectoryChanges.write(client, change, after);
      JdbcAuditTrail.add(client, trail, after.version(), clock.instant());
      return true;
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
