package org.openworkbin.push;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;

/** Tells users of subscriptions that began or ended without a request of theirs. */
final class SubscriptionNews {
  private final Connections connections;
  private final List<SubscriptionNarrator> narrators;

  SubscriptionNews(Connections connections, List<SubscriptionNarrator> narrators) {
    this.connections = connections;
    this.narrators = List.copyOf(narrators);
  }

  void begun(UserId user, BinState state) {
    tell(user, narrator -> narrator.begun(user, state));
  }

  void ended(Watch watch) {
    tell(watch.user(), narrator -> narrator.ended(watch.user(), watch.bin(), watch.asSupervisor()));
  }

  private void tell(UserId user, Function<SubscriptionNarrator, Optional<Notice>> words) {
    narrators.stream()
        .flatMap(narrator -> words.apply(narrator).stream())
        .forEach(notice -> connections.letter(notice).deliverTo(user));
  }
}
