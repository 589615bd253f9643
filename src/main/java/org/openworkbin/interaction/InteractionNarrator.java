package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.InteractionMessageJson.Standing;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.push.Audience;
import org.openworkbin.push.Narrator;
import org.openworkbin.push.Notice;
import org.springframework.stereotype.Component;

/**
 * Tells the one who moved an interaction what became of it, on the topic of its medium: after a
 * pull its working state and what he may do with it, after an add {@code InWorkbin} and nothing
 * more to do ({@code spec/interactions.md} 5.4).
 */
@Component
final class InteractionNarrator implements Narrator {
  private static final Working PARKED = new Working("InWorkbin", List.of());
  private static final Working GONE = new Working(Location.Ending.COMPLETED.wireName(), List.of());

  private final Directories directories;
  private final MessageUrl messageUrl;

  InteractionNarrator(Directories directories, MessageUrl messageUrl) {
    this.directories = directories;
    this.messageUrl = messageUrl;
  }

  @Override
  public Optional<Notice> tell(Entry entry, Audience audience) {
    return switch (audience) {
      case Audience.Person(UserId user) when user.equals(entry.actor()) ->
          Optional.of(tellActor(entry));
      case Audience.Person _, Audience.Watchers _, Audience.Supervisors _ -> Optional.empty();
    };
  }

  private Notice tellActor(Entry entry) {
    Interaction item = entry.interaction();
    MediumTerms terms = MediumTerms.of(item.medium());
    Directory directory = directories.now();
    Working working = working(entry);
    Standing standing =
        new Standing(
            working.state(),
            working.capabilities(),
            messageUrl.now().uri(terms.pathOf(item)),
            holder(entry).flatMap(directory::user).map(User::userName),
            bin(entry).map(id -> BinNames.of(id, directory)),
            entry.referenceId());
    return new Notice(terms.topic(), InteractionMessageJson.stateChange(item, standing));
  }

  private static Working working(Entry entry) {
    Interaction item = entry.interaction();
    return switch (entry.to()) {
      case Location.Hand _ -> Working.of(item.medium(), item.content().direction());
      case Location.Bin _ -> PARKED;
      case Location.Ended(Location.Ending how) -> new Working(how.wireName(), List.of());
      case Location.Queue _, Location.Nowhere _ -> GONE;
    };
  }

  private static Optional<UserId> holder(Entry entry) {
    return entry.to() instanceof Location.Hand(UserId agent)
        ? Optional.of(agent)
        : Optional.empty();
  }

  private static Optional<BinId> bin(Entry entry) {
    return entry.entered().or(entry::left).map(BinState::bin);
  }
}
