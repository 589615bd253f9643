package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.InteractionMessageJson.Kind;
import org.openworkbin.interaction.InteractionMessageJson.Told;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.push.Audience;
import org.openworkbin.push.Narrator;
import org.openworkbin.push.Notice;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells somebody whose transfer was answered with success that nobody took it: an {@code Error},
 * before the message by which he has it again.
 */
@Component
@Order(1)
final class FailedTransferNarrator implements Narrator {
  private final Standings standings;
  private final MessageUrl messageUrl;

  FailedTransferNarrator(Standings standings, MessageUrl messageUrl) {
    this.standings = standings;
    this.messageUrl = messageUrl;
  }

  @Override
  public Optional<Notice> tell(Entry entry, Audience audience) {
    return audience instanceof Audience.Person(UserId user)
            && entry.from() instanceof Location.Offer(UserId agent, UserId by)
            && by.equals(user)
            && !entry.to().equals(new Location.Hand(agent))
        ? Optional.of(failed(entry, user))
        : Optional.empty();
  }

  private Notice failed(Entry entry, UserId user) {
    Interaction item = entry.interaction();
    State state = standings.stateFor(user, item).orElse(State.COMPLETED);
    return new Notice(
        MediumTerms.of(item.medium()).topic(),
        InteractionMessageJson.of(
            new Told(Kind.ERROR, 0, Reasons.toldTo(user, entry)),
            item,
            standings.of(user, item, state, messageUrl.now())));
  }
}
