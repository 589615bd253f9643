package org.openworkbin.presence;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.Seats;
import org.openworkbin.directory.User;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Connections;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.push.Telling;
import org.openworkbin.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Begins and ends contact-centre sessions: an agent comes to work and goes home. Thread-safe. */
@Service
class ContactCenterSessions {
  private final Directories directories;
  private final Seats seats;
  private final Presences presences;
  private final Subscriptions subscriptions;
  private final Connections connections;
  private final Telling telling;
  private final List<SessionEnd> ends;

  ContactCenterSessions(
      Directories directories,
      Seats seats,
      Presences presences,
      Subscriptions subscriptions,
      Connections connections,
      Telling telling,
      ObjectProvider<SessionEnd> ends) {
    this.directories = directories;
    this.seats = seats;
    this.presences = presences;
    this.subscriptions = subscriptions;
    this.connections = connections;
    this.telling = telling;
    this.ends = ends.orderedStream().toList();
  }

  /**
   * Begins the session of an agent, or begins it anew. Where he names no place he sits on his
   * default place, or nowhere if he has none or somebody else sits there.
   */
  void start(UserId agent, SessionWish wish) {
    Directory directory = directories.now();
    Optional<PlaceId> seat =
        wish.place().isPresent()
            ? Optional.of(known(directory, wish.place().get()))
            : directory
                .user(agent)
                .flatMap(User::defaultPlace)
                .filter(usual -> isFree(usual, agent));
    presences.begin(agent, seat, wish.channels());
  }

  /**
   * Ends it, and all that he subscribed to with it; his sessions of notifications are told not to
   * come back. What he has in hand stays his unless a {@link SessionEnd} gives it back.
   */
  void end(UserId agent) {
    connections.dismiss(
        agent,
        () -> {
          abandon(agent);
          telling.awaitTold();
        });
  }

  /** Ends it for one who may not be here any more, and whose connections are cut anyway. */
  void abandon(UserId agent) {
    ends.forEach(each -> each.ending(agent));
    presences.end(agent);
    subscriptions.endAll(agent);
  }

  private boolean isFree(PlaceId place, UserId agent) {
    return seats.sitterAt(place).map(agent::equals).orElse(true);
  }

  private static PlaceId known(Directory directory, String place) {
    return directory
        .placeNamed(place)
        .map(Place::id)
        .orElseThrow(() -> new Refusal.Unknown("place", place).asException());
  }
}
