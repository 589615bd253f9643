package org.openworkbin.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A store in a PostgreSQL database. */
final class PostgresStore implements Store {

  /**
   * Every statement here is written for its indexes. The plans are made once, maybe while a table
   * is nearly empty, and must not be others than those that hold for a million rows.
   */
  private static final String PLANS =
      """
      set jit = off;
      set plan_cache_mode = force_generic_plan;
      set enable_seqscan = off;
      set enable_bitmapscan = off;
      set enable_hashjoin = off;
      set enable_mergejoin = off
      """;

  private static final String READER = "set default_transaction_read_only = on;" + PLANS;

  private static final String WRITER_KEY = "7305808869227718504";

  private static final String END_EARLIER_WRITER =
      """
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and granted and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database())
        and (classid::bigint << 32 | objid::bigint) = %s
      """
          .formatted(WRITER_KEY);

  private static final Set<String> SHUT_DOWN = Set.of("57P01", "57P02", "57P03", "57P05");

  /** The disk is full, or memory. */
  private static final String NO_RESOURCES = "53";

  /** What a server that has become a standby says to a write. */
  private static final String READ_ONLY = "25006";

  private final DatabaseSettings settings;
  private final PostgresClaim claim;
  private volatile @Nullable Session writer;

  PostgresStore(DatabaseSettings settings) {
    this.settings = settings;
    this.claim = new PostgresClaim(this::connect, this::endWriter);
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public String place() {
    return settings.url().replaceAll("\\?.*", "");
  }

  @Override
  public Optional<Session> inspect() throws SQLException {
    claim.take();
    Session session = new Session(connect("check"), dialect());
    session.execute("set default_transaction_read_only = on");
    return Optional.of(session);
  }

  @Override
  public void claim() throws SQLException {
    claim.take();
  }

  @Override
  public DataSource migrations() {
    return source("migration");
  }

  @Override
  public Session openWriter() throws SQLException {
    Session session = new Session(connect("writer"), dialect());
    try {
      refuseUnsafe(session);
      session.execute(PLANS);
      // Session locks end with their session, so the lock comes free when the earlier writer's
      // backend is gone and can commit nothing more, whatever it was doing.
      session.execute(END_EARLIER_WRITER);
      session.execute("set lock_timeout = '10s'");
      session.execute("select pg_advisory_lock(" + WRITER_KEY + ")");
      session.execute("reset lock_timeout");
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
    writer = session;
    return session;
  }

  private void refuseUnsafe(Session session) throws SQLException {
    boolean fsync = setting(session, "fsync").equals("on");
    if (!fsync && !settings.allowUnsafe()) {
      throw new StoreSettingsException(
          "this PostgreSQL runs with fsync=off and would lose acknowledged moves in a power failure;"
              + " turn it on, or set open-workbin.database.allow-unsafe=true if that may happen");
    }
    if (!setting(session, "synchronous_commit").equals("remote_apply") && !settings.allowUnsafe()) {
      session.execute("set synchronous_commit = on");
    }
  }

  private static String setting(Session session, String name) {
    return session
        .client()
        .sql("select current_setting(:name)")
        .param("name", name)
        .query(String.class)
        .single();
  }

  @Override
  public Readers openReaders() {
    return new PostgresReaders(settings, READER);
  }

  private Connection connect(String role) throws SQLException {
    return source(role).getConnection();
  }

  private PGSimpleDataSource source(String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    if (!settings.username().isEmpty()) {
      source.setUser(settings.username());
      source.setPassword(settings.password());
    }
    source.setApplicationName("open-workbin " + role);
    source.setPrepareThreshold(1);
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(5);
    // A connection that a network swallowed must not hold the callers of a commit for ever.
    source.setSocketTimeout(60);
    return source;
  }

  /** Called where the claim is lost: what the writer is doing must not go on. */
  private void endWriter() {
    Session current = writer;
    if (current != null) {
      try {
        current.connection().abort(Runnable::run);
      } catch (SQLException _) {
        // It is gone already.
      }
    }
  }

  @Override
  public Trouble trouble(Session session, SQLException error) {
    String state = error.getSQLState();
    if (state == null || state.startsWith("08") || SHUT_DOWN.contains(state)) {
      return Trouble.LOST;
    }
    try {
      if (session.connection().isClosed()) {
        return Trouble.LOST;
      }
    } catch (SQLException _) {
      return Trouble.LOST;
    }
    if (state.equals(READ_ONLY)) {
      return Trouble.READ_ONLY;
    }
    return state.startsWith(NO_RESOURCES) ? Trouble.NOT_NOW : Trouble.STATEMENT;
  }

  @Override
  public void lookAfter(Writer store, SnapshotTurns snapshots) {
    // PostgreSQL has its own processes for that.
  }

  @Override
  public List<String> check(Session reader) {
    List<String> faults = new ArrayList<>();
    String invalid = "select indexrelid::regclass::text from pg_index where not indisvalid";
    for (String index : reader.client().sql(invalid).query(String.class).list()) {
      faults.add("PostgreSQL: the index " + index + " is not valid");
    }
    return faults;
  }

  @Override
  public void close() {
    claim.close();
  }
}
