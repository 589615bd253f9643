package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Notice;
import org.openworkbin.push.SubscriptionNarrator;
import org.openworkbin.push.Topic;
import org.openworkbin.workbin.WorkbinMessageJson.SubscriptionState;
import org.springframework.stereotype.Component;

/** Tells a user that a subscription of his ended because he may no longer see the bin. */
@Component
final class EndedSubscriptions implements SubscriptionNarrator {
  private final Directories directories;

  EndedSubscriptions(Directories directories) {
    this.directories = directories;
  }

  @Override
  public Optional<Notice> ended(UserId user, BinId bin, boolean asSupervisor) {
    SubscriptionState state =
        new SubscriptionState(
            bin.workbin(),
            Optional.of(bin),
            asSupervisor,
            WorkbinSubscriptions.UNSUBSCRIBED,
            Optional.empty(),
            Optional.empty());
    return Optional.of(
        new Notice(Topic.WORKBINS, WorkbinMessageJson.subscription(state, directories.now())));
  }
}
