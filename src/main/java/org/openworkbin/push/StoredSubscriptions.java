package org.openworkbin.push;

import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;

/** Subscriptions that the store remembers and the memory serves. */
final class StoredSubscriptions implements Subscriptions {
  private final SubscriptionStore store;
  private final Watches watches;
  private final Bins bins;
  private final IdGenerator ids;

  StoredSubscriptions(SubscriptionStore store, Watches watches, Bins bins, IdGenerator ids) {
    this.store = store;
    this.watches = watches;
    this.bins = bins;
    this.ids = ids;
  }

  /** Takes up what was in force before this server started. */
  void resume() {
    store.all().forEach(kept -> watches.putIfAbsent(Watch.resumed(kept)));
  }

  @Override
  public long subscribe(UserId user, BinId bin, boolean asSupervisor) {
    while (true) {
      Watch mine = new Watch(new SubscriptionStore.Kept(ids.newUuid(), user, bin, asSupervisor));
      Watch inForce = watches.putIfAbsent(mine);
      if (inForce == mine) {
        return begin(mine);
      }
      if (inForce.awaitBegun()) {
        return bins.state(bin).revision();
      }
    }
  }

  /** The watch is known to the tail already, so no change after the revision read here is lost. */
  private long begin(Watch watch) {
    boolean begun = false;
    try {
      long revision = bins.state(watch.bin()).revision();
      store.keep(watch.kept());
      if (!watch.begin(revision)) {
        store.forget(watch.kept().id());
      }
      begun = true;
      return revision;
    } finally {
      if (!begun) {
        watches.remove(watch);
        watch.end();
      }
    }
  }

  @Override
  public boolean unsubscribe(UserId user, BinId bin) {
    Optional<Watch> watch = watches.of(user, bin);
    return watch.isPresent() && end(watch.get());
  }

  @Override
  public void endAll(UserId user) {
    watches.of(user).forEach(this::end);
  }

  /** Ends it; false where somebody else did. Forgotten first: what fails here is still in force. */
  boolean end(Watch watch) {
    store.forget(watch.kept().id());
    boolean mine = watches.remove(watch);
    watch.end();
    return mine;
  }
}
