package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.push.Topic;
import org.openworkbin.workbin.WorkbinMessageJson.SubscriptionState;
import org.springframework.stereotype.Service;

/**
 * Subscribes the caller to bins and tells him of each how that went, with the number of his
 * request.
 */
@Service
final class WorkbinSubscriptions {
  private static final String SUBSCRIBED = "Subscribed";
  static final String UNSUBSCRIBED = "Unsubscribed";
  private static final String REQUEST_FAILED = "RequestFailed";

  private final Workbins workbins;
  private final Subscriptions subscriptions;
  private final Post post;
  private final Directories directories;

  WorkbinSubscriptions(
      Workbins workbins, Subscriptions subscriptions, Post post, Directories directories) {
    this.workbins = workbins;
    this.subscriptions = subscriptions;
    this.post = post;
    this.directories = directories;
  }

  /**
   * Subscribes to each bin that is meant. A second time succeeds too. Where the caller has no bin
   * of this workbin he is told that the request failed.
   */
  void subscribe(UserId caller, Target target, long referenceId) {
    List<BinId> bins = visible(caller, target);
    for (BinId bin : bins) {
      long revision = subscriptions.subscribe(caller, bin, false);
      tell(caller, bin, SUBSCRIBED, Optional.of(revision), referenceId);
    }
    if (bins.isEmpty()) {
      tellNone(caller, target.workbin(), referenceId);
    }
  }

  /** Ends the subscription to each bin that is meant; where there was none the request failed. */
  void unsubscribe(UserId caller, Target target, long referenceId) {
    List<BinId> bins = visible(caller, target);
    for (BinId bin : bins) {
      boolean was = subscriptions.unsubscribe(caller, bin);
      tell(caller, bin, was ? UNSUBSCRIBED : REQUEST_FAILED, Optional.empty(), referenceId);
    }
    if (bins.isEmpty()) {
      tellNone(caller, target.workbin(), referenceId);
    }
  }

  private List<BinId> visible(UserId caller, Target target) {
    return switch (target) {
      case Target.One(Workbin _, BinId bin) -> {
        workbins.requireSight(caller, bin);
        yield List.of(bin);
      }
      case Target.Any(Workbin _, List<BinId> bins) -> bins;
    };
  }

  private void tell(
      UserId caller, BinId bin, String state, Optional<Long> revision, long referenceId) {
    send(caller, bin.workbin(), Optional.of(bin), state, revision, referenceId);
  }

  private void tellNone(UserId caller, Workbin workbin, long referenceId) {
    send(caller, workbin.id(), Optional.empty(), REQUEST_FAILED, Optional.empty(), referenceId);
  }

  private void send(
      UserId caller,
      WorkbinId workbin,
      Optional<BinId> bin,
      String state,
      Optional<Long> revision,
      long referenceId) {
    SubscriptionState told =
        new SubscriptionState(workbin, bin, false, state, revision, Optional.of(referenceId));
    post.send(
        caller,
        new Notice(Topic.WORKBINS, WorkbinMessageJson.subscription(told, directories.now())));
  }
}
