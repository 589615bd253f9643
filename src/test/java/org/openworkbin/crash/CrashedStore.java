package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.openworkbin.id.RandomIds;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.jdbc.JdbcLedgerParts;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.Stores;

/** A store with the {@link Shift} in it, which servers come and go on. */
final class CrashedStore implements AutoCloseable {
  private final Stores store;

  private CrashedStore(Stores store) {
    this.store = store;
  }

  /** Loads an empty store as an operator would. */
  static CrashedStore on(Stores store) throws IOException, InterruptedException {
    Path file = Files.writeString(store.data().resolve("shift.yaml"), Shift.yaml());
    ServerProcess.Ended loaded =
        ServerProcess.run(List.of("import", file.toString()), store.properties());
    assertThat(loaded.code()).as(loaded.output()).isZero();
    return new CrashedStore(store);
  }

  Map<String, String> settings() {
    return store.properties();
  }

  ServerProcess serve() {
    return ServerProcess.start(settings());
  }

  /** Looks into the store, which no server uses, and compares it with what clients were told. */
  Audit audit(History history) {
    try {
      JdbcLedgerParts parts =
          JdbcLedgerParts.on(
              store.database(),
              new RandomIds(InstantSource.system(), RandomGenerator.getDefault()),
              InstantSource.system(),
              LedgerSettings.defaults());
      List<Entry> journal = parts.journal().after(0, Integer.MAX_VALUE);
      StoreAudit whole = new StoreAudit();
      whole.play(journal);
      whole.compare(parts.bins());
      return new Audit(history, journal);
    } finally {
      store.closeDatabase();
    }
  }

  /** What the program itself thinks of the store. */
  ServerProcess.Ended check() throws InterruptedException {
    return ServerProcess.run(List.of("check"), settings());
  }

  @Override
  public void close() {
    store.close();
  }
}
