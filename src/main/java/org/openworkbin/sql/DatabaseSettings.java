package org.openworkbin.sql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database keeps the store, and how many connections read from it.
 *
 * @param url {@code jdbc:postgresql://host:port/name} for PostgreSQL, {@code jdbc:sqlite:FILE} for
 *     an SQLite file elsewhere; empty for the file {@code open-workbin.db} in the data folder. Not
 *     through a pooler that shares sessions: the lock on the store belongs to a session
 * @param username the PostgreSQL role; it owns the database's tables
 * @param password of that role
 * @param readers how many connections read at the same time. Reads are short and never wait for the
 *     writer, so a few times the number of the database's cores is enough: more only queue there
 *     instead of here. PostgreSQL serves that many and two more: one writes all moves, one holds
 *     the lock on the store
 * @param readerWait how long a read waits for one of these before it fails
 * @param allowUnsafe lets a PostgreSQL with {@code fsync=off} be used, for stores that may be lost
 */
@ConfigurationProperties("open-workbin.database")
public record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("8") int readers,
    @DefaultValue("5s") Duration readerWait,
    @DefaultValue("false") boolean allowUnsafe) {

  public DatabaseSettings {
    if (readers < 2) {
      throw new IllegalArgumentException("open-workbin.database.readers must be 2 or more");
    }
  }

  /** The defaults for that URL and role. */
  public static DatabaseSettings of(String url, String username, String password) {
    return new DatabaseSettings(url, username, password, 8, Duration.ofSeconds(5), false);
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url.replaceAll("\\?.*", "") + ", username=" + username + "]";
  }
}
