package org.openworkbin.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A look at a store that nobody works on: it changes nothing. Nothing is made where there is no
 * store, and one of another schema stays as it is.
 */
public final class StoreCheck {

  private StoreCheck() {}

  /**
   * What is wrong, as sentences for people; none where all is well.
   *
   * @param data the data folder
   * @param content looks at what is stored; only called where the schema is the program's
   * @throws StoreInUseException if another process has the store
   * @throws StoreSettingsException if it can't be opened as configured
   */
  public static List<String> findings(
      DatabaseSettings settings, Path data, Work<List<String>> content) {
    try (Store store = Database.store(settings, data)) {
      Optional<Session> opened = store.inspect();
      if (opened.isEmpty()) {
        return List.of(none(store));
      }
      try (Session session = opened.get()) {
        return findings(store, session, content);
      }
    } catch (SQLException e) {
      throw Faults.translated(e);
    }
  }

  private static List<String> findings(Store store, Session session, Work<List<String>> content)
      throws SQLException {
    Schema schema = Migrations.schema(store.dialect(), session);
    if (schema.version().isEmpty()) {
      return List.of(none(store));
    }
    List<String> findings = new ArrayList<>(schema.findings());
    findings.addAll(store.check(session));
    if (schema.findings().isEmpty()) {
      findings.addAll(content.run(session));
    }
    return findings;
  }

  private static String none(Store store) {
    return "There is no store in %s; serve, demo and import make one.".formatted(store.place());
  }
}
