package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        ServerProcess.run(
            List.of("import", file.toString(), "--open-workbin.password.min-length=4"),
            store.properties());
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
    return new Audit(history, StoreAudit.of(store));
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
