package org.openworkbin.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.push.SubscriptionStore.Kept;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;

/** What a store of subscriptions has to do, whatever database it is. */
abstract class SubscriptionStoreContract {
  private static final UserId ADA = new UserId("ada");
  private static final BinId BIN = new BinId(new WorkbinId("wb"), new AgentGroupId("team"));

  private final Dialect dialect;
  private Stores stores;
  private SubscriptionStore store;

  SubscriptionStoreContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeEach
  void open() {
    stores = Stores.fresh(dialect);
    store = new JdbcSubscriptionStore(stores.database());
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void subscriptionsAreThereAfterAReopening() {
    for (OwnerKind kind : OwnerKind.values()) {
      OwnerId owner = kind.owner("same");
      store.keep(kept(1 + kind.code(), new BinId(new WorkbinId("wb"), owner), kind.code() > 2));
    }
    var before = store.all();
    stores.closeDatabase();
    store = new JdbcSubscriptionStore(stores.database());

    assertThat(store.all()).hasSize(4).containsExactlyInAnyOrderElementsOf(before);
    assertThat(before).contains(kept(2, new BinId(new WorkbinId("wb"), new UserId("same")), false));
  }

  @Test
  void laterOneReplacesTheOneOfTheSameUserAndBin() {
    store.keep(kept(1, BIN, false));
    store.keep(kept(2, BIN, true));

    assertThat(store.all()).containsExactly(kept(2, BIN, true));
  }

  @Test
  void forgettingTheReplacedOneLeavesTheLaterOne() {
    store.keep(kept(1, BIN, false));
    store.keep(kept(2, BIN, true));

    store.forget(new UUID(0, 1));
    assertThat(store.all()).containsExactly(kept(2, BIN, true));

    store.forget(new UUID(0, 2));
    assertThat(store.all()).isEmpty();
  }

  @Test
  void standingOnesAreThereAfterAReopeningWithWhatTheyLeaveOut() {
    StandingStore standing = new JdbcStandingStore(stores.database());
    UserId ben = new UserId("ben");
    standing.keep(ADA);
    standing.keep(ben);
    standing.leaveOut(ADA, BIN);
    standing.leaveOut(ADA, BIN);
    stores.closeDatabase();
    standing = new JdbcStandingStore(stores.database());
    assertThat(standing.all()).isEqualTo(Map.of(ADA, Set.of(BIN), ben, Set.of()));

    standing.takeBack(ADA, BIN);
    standing.takeBack(ADA, BIN);
    assertThat(standing.all()).isEqualTo(Map.of(ADA, Set.of(), ben, Set.of()));

    standing.leaveOut(ADA, BIN);
    standing.keep(ADA);
    assertThat(standing.all().get(ADA)).isEmpty();

    standing.leaveOut(ADA, BIN);
    standing.forget(ADA);
    standing.forget(ADA);
    assertThat(standing.all()).isEqualTo(Map.of(ben, Set.of()));
  }

  private static Kept kept(long id, BinId bin, boolean asSupervisor) {
    return new Kept(new UUID(0, id), ADA, bin, asSupervisor);
  }
}
