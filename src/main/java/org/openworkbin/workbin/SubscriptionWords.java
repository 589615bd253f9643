package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.push.Notice;
import org.openworkbin.push.SubscriptionNarrator;
import org.openworkbin.push.Topic;
import org.openworkbin.workbin.WorkbinMessageJson.SubscriptionState;
import org.springframework.stereotype.Component;

/**
 * Tells a user that a subscription of his ended because he may no longer see the bin, or that what
 * he sees, all of which he subscribed to, has one bin more.
 */
@Component
final class SubscriptionWords implements SubscriptionNarrator {
  private final Directories directories;

  SubscriptionWords(Directories directories) {
    this.directories = directories;
  }

  @Override
  public Optional<Notice> ended(UserId user, BinId bin, boolean asSupervisor) {
    return notice(bin, asSupervisor, WorkbinSubscriptions.UNSUBSCRIBED, Optional.empty());
  }

  @Override
  public Optional<Notice> begun(UserId user, BinState state) {
    return notice(
        state.bin(), false, WorkbinSubscriptions.SUBSCRIBED, Optional.of(state.revision()));
  }

  private Optional<Notice> notice(
      BinId bin, boolean asSupervisor, String state, Optional<Long> revision) {
    SubscriptionState told =
        new SubscriptionState(
            Optional.of(bin.workbin()),
            Optional.of(bin),
            asSupervisor,
            state,
            revision,
            Optional.empty());
    return Optional.of(
        new Notice(Topic.WORKBINS, WorkbinMessageJson.subscription(told, directories.now())));
  }
}
