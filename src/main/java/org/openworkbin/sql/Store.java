package org.openworkbin.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One database as {@link Database} uses it: how it is claimed, connected to and checked. */
interface Store extends AutoCloseable {

  Dialect dialect();

  /** Where it is, in words for people. */
  String place();

  /**
   * Claims the store and opens a session that can change nothing; empty where there is none.
   * Nothing is made.
   *
   * @throws StoreInUseException if another process has the store
   */
  Optional<Session> inspect() throws SQLException;

  /**
   * Makes this process the only one that uses the store. Also called before each new connection of
   * the writer, since the claim may have been lost.
   *
   * @throws StoreInUseException if another one does
   */
  void claim() throws SQLException;

  /** For the migrations only. */
  DataSource migrations();

  /**
   * Opens the one session that writes. When it returns, no earlier one can commit anything more.
   *
   * @throws StoreSettingsException if the database would lose what it has acknowledged
   */
  Session openWriter() throws SQLException;

  Readers openReaders() throws SQLException;

  /** What that error means for the writer's session. */
  Trouble trouble(Session writer, SQLException error);

  /** Starts what looks after the store beside its writer, until it is closed. */
  void lookAfter(Writer writer, SnapshotTurns snapshots);

  /** What is wrong with the stored data, as sentences; none where all is well. */
  List<String> check(Session reader) throws SQLException;

  /** Gives the claim back. */
  @Override
  void close();
}
