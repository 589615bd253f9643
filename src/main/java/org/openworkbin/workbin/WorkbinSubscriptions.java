package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.push.Topic;
import org.openworkbin.workbin.WorkbinMessageJson.SubscriptionState;
import org.springframework.stereotype.Service;

/**
 * Subscribes the caller to bins and tells him of each how that went, with the number of his
 * request. A supervisor who names a user is told whose bin it is.
 */
@Service
final class WorkbinSubscriptions {
  static final String SUBSCRIBED = "Subscribed";
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
   * Subscribes to each bin that is meant. A second time succeeds too. Where there is no bin of this
   * workbin for him he is told that the request failed.
   */
  void subscribe(Subject subject, Target target, long referenceId) {
    List<BinId> bins = workbins.visible(subject.caller(), target);
    for (BinId bin : bins) {
      long revision = subscriptions.subscribe(subject.caller(), bin, subject.byUser());
      confirm(subject, new BinState(bin, revision, 0), referenceId);
    }
    if (bins.isEmpty()) {
      tellFailure(subject.caller(), Optional.of(target.workbin().id()), referenceId);
    }
  }

  /** Ends the subscription to each bin that is meant; where there was none the request failed. */
  void unsubscribe(Subject subject, Target target, long referenceId) {
    List<BinId> bins = workbins.visible(subject.caller(), target);
    for (BinId bin : bins) {
      boolean was = subscriptions.unsubscribe(subject.caller(), bin);
      tell(subject, bin, was ? UNSUBSCRIBED : REQUEST_FAILED, Optional.empty(), referenceId);
    }
    if (bins.isEmpty()) {
      tellFailure(subject.caller(), Optional.of(target.workbin().id()), referenceId);
    }
  }

  /** Subscribes to everything that the caller sees as a member, now and later. */
  void subscribeToAll(UserId caller, long referenceId) {
    for (BinState state : subscriptions.subscribeToAll(caller)) {
      confirm(Subject.own(caller), state, referenceId);
    }
  }

  /** Ends that; where there was no such subscription the request failed. */
  void unsubscribeFromAll(UserId caller, long referenceId) {
    Optional<List<BinId>> ended = subscriptions.unsubscribeFromAll(caller);
    for (BinId bin : ended.orElse(List.of())) {
      tell(Subject.own(caller), bin, UNSUBSCRIBED, Optional.empty(), referenceId);
    }
    if (ended.isEmpty()) {
      tellFailure(caller, Optional.empty(), referenceId);
    }
  }

  private void confirm(Subject subject, BinState state, long referenceId) {
    subscriptions.confirm(
        subject.caller(),
        state,
        revision -> tell(subject, state.bin(), SUBSCRIBED, Optional.of(revision), referenceId));
  }

  private void tell(
      Subject subject, BinId bin, String state, Optional<Long> revision, long referenceId) {
    send(
        subject.caller(),
        new SubscriptionState(
            Optional.of(bin.workbin()),
            Optional.of(bin),
            subject.byUser(),
            state,
            revision,
            Optional.of(referenceId)));
  }

  private void tellFailure(UserId caller, Optional<WorkbinId> workbin, long referenceId) {
    send(
        caller,
        new SubscriptionState(
            workbin,
            Optional.empty(),
            false,
            REQUEST_FAILED,
            Optional.empty(),
            Optional.of(referenceId)));
  }

  private void send(UserId caller, SubscriptionState told) {
    post.send(
        caller,
        new Notice(Topic.WORKBINS, WorkbinMessageJson.subscription(told, directories.now())));
  }
}
