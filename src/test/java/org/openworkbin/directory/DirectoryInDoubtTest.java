package org.openworkbin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.sql.DatabaseSettings;
import org.openworkbin.sql.StoreAwayException;
import org.openworkbin.testing.CutWire;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestPostgres;

/** What a change of the directory comes to when the connection is lost while it is written. */
class DirectoryInDoubtTest {
  private static final Author TEST = Author.program("test");
  private static final InstantSource CLOCK = InstantSource.system();

  private CutWire wire;
  private Stores stores;
  private DirectoryStore store;
  private StoredDirectories directories;

  @BeforeEach
  void open() throws Exception {
    DatabaseSettings direct = TestPostgres.shared().migratedDatabase();
    URI uri = URI.create(direct.url().substring("jdbc:".length()));
    wire = new CutWire(uri.getPort());
    String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + uri.getPath();
    stores =
        Stores.on(
            DatabaseSettings.of(url, direct.username(), direct.password()), Path.of("target"));
    store =
        new JdbcDirectoryStore(stores.database(), new RandomIds(CLOCK, new SecureRandom()), CLOCK);
    directories = new StoredDirectories(store);
    stores.database().writer().follow(new JdbcReconnection(directories));
  }

  @AfterEach
  void close() throws IOException {
    stores.closeDatabase();
    wire.close();
  }

  /** Cut at each reply of the transaction in turn: before, at and after its commit. */
  @Test
  void memoryAndStoreAgreeWhereverTheWireIsCut() {
    int made = 0;
    for (int replies = 0; replies < 9; replies++) {
      Place place = new Place(new PlaceId("p" + replies), "Place " + replies);
      wire.cutAfter(replies);
      boolean answered = change(place);

      await()
          .ignoreExceptions()
          .until(() -> {
            directories.settle();
            return directories.now().contactCenter().equals(store.settled());
          });
      boolean there = directories.now().place(place.id()).isPresent();
      assertThat(there || !answered).isTrue();
      made += there ? 1 : 0;
    }
    assertThat(wire.cuts()).isGreaterThanOrEqualTo(5);
    assertThat(directories.now().places()).hasSize(made);
    assertThat(change(new Place(new PlaceId("last"), "Last"))).isTrue();
    assertThat(new JdbcAuditTrail(stores.database()).entries(everything())).hasSize(made + 1);
  }

  private boolean change(Place place) {
    try {
      directories.change(TEST, DirectoryChange.of(place));
      return true;
    } catch (StoreAwayException away) {
      return false;
    }
  }

  private static AuditTrail.Question everything() {
    return new AuditTrail.Question(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        100);
  }
}
