package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.InteractionMessageJson.Kind;
import org.openworkbin.interaction.InteractionMessageJson.Told;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Reason;
import org.openworkbin.push.Audience;
import org.openworkbin.push.Narrator;
import org.openworkbin.push.Notice;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells those who have or had to do with an interaction what became of it, on the topic of its
 * medium ({@code spec/interactions.md} 3 and 5.4): who moved or changed it, who has it in hand now,
 * whom it is offered, and whom it was taken from.
 */
@Component
@Order(2)
final class InteractionNarrator implements Narrator {
  private final Standings standings;
  private final MessageUrl messageUrl;
  private final ChatSettings chats;

  InteractionNarrator(Standings standings, MessageUrl messageUrl, ChatSettings chats) {
    this.standings = standings;
    this.messageUrl = messageUrl;
    this.chats = chats;
  }

  @Override
  public Optional<Notice> tell(Entry entry, Audience audience) {
    return switch (audience) {
      case Audience.Person(UserId user) ->
          isTold(entry)
              ? state(entry, user).map(state -> tell(entry, user, state))
              : Optional.empty();
      case Audience.Watchers _, Audience.Supervisors _ -> Optional.empty();
    };
  }

  private boolean isTold(Entry entry) {
    return chats.enableNotificationOnPullChat()
        || entry.reason() != Reason.PULL
        || entry.interaction().medium() != Medium.CHAT;
  }

  private Notice tell(Entry entry, UserId user, State state) {
    Interaction item = entry.interaction();
    Told told =
        new Told(
            entry.isEdit() ? Kind.PROPERTIES_UPDATED : Kind.STATUS_CHANGE,
            isAsker(user, entry) ? entry.referenceId() : 0,
            Reasons.toldTo(user, entry));
    return new Notice(
        MediumTerms.of(item.medium()).topic(),
        InteractionMessageJson.of(told, item, standings.of(user, item, state, messageUrl.now())));
  }

  private static boolean isAsker(UserId user, Entry entry) {
    return user.equals(entry.actor()) && !Reasons.isTheServers(entry.reason());
  }

  /** In which state he has it after the entry; empty where he has nothing to do with it. */
  private static Optional<State> state(Entry entry, UserId user) {
    return switch (entry.to()) {
      case Location.Hand(UserId agent) when agent.equals(user) ->
          Optional.of(LifeCycle.of(entry.interaction()).working());
      case Location.Offer(UserId agent, UserId _) when agent.equals(user) ->
          Optional.of(State.INVITED);
      case Location.Hand _,
          Location.Offer _,
          Location.Bin _,
          Location.Queue _,
          Location.Ended _,
          Location.Nowhere _ ->
          concerned(entry, user) ? Optional.of(afterwards(entry, user)) : Optional.empty();
    };
  }

  private static boolean concerned(Entry entry, UserId user) {
    return switch (entry.from()) {
      case Location.Hand(UserId agent) when agent.equals(user) -> true;
      case Location.Offer(UserId agent, UserId _) when agent.equals(user) -> true;
      case Location.Hand _,
          Location.Offer _,
          Location.Bin _,
          Location.Queue _,
          Location.Ended _,
          Location.Nowhere _ ->
          user.equals(entry.actor());
    };
  }

  /** The state that is left for one who had it, or moved it. */
  private static State afterwards(Entry entry, UserId user) {
    boolean takenBack = entry.reason() == Reason.TAKE_BACK && !user.equals(entry.actor());
    if (takenBack || Reasons.isTheServers(entry.reason())) {
      return State.REVOKED;
    }
    return switch (entry.to()) {
      case Location.Bin _ -> State.IN_WORKBIN;
      case Location.Ended(Location.Ending how) ->
          switch (how) {
            case COMPLETED -> State.COMPLETED;
            case CANCELED -> State.CANCELED;
            case SENT -> State.SENT;
          };
      case Location.Hand _, Location.Offer _, Location.Queue _, Location.Nowhere _ ->
          State.COMPLETED;
    };
  }
}
