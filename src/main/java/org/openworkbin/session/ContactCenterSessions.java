package org.openworkbin.session;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.Seats;
import org.openworkbin.directory.User;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Begins and ends contact-centre sessions: an agent comes to work and goes home. Thread-safe. */
@Service
class ContactCenterSessions {
  private final Directories directories;
  private final Seats seats;
  private final Subscriptions subscriptions;
  private final List<SessionEnd> ends;

  ContactCenterSessions(
      Directories directories,
      Seats seats,
      Subscriptions subscriptions,
      ObjectProvider<SessionEnd> ends) {
    this.directories = directories;
    this.seats = seats;
    this.subscriptions = subscriptions;
    this.ends = ends.orderedStream().toList();
  }

  /**
   * Begins the session of an agent, or begins it anew.
   *
   * @param place the name of a place. Where it is absent he sits on his default place, or nowhere
   *     if he has none or somebody else sits there
   */
  void start(UserId agent, Optional<String> place) {
    Directory directory = directories.now();
    Optional<PlaceId> seat =
        place.isPresent()
            ? Optional.of(known(directory, place.get()))
            : directory
                .user(agent)
                .flatMap(User::defaultPlace)
                .filter(usual -> isFree(usual, agent));
    seats.take(agent, seat);
  }

  /**
   * Ends it, and all that he subscribed to with it. What he has in hand stays his unless a {@link
   * SessionEnd} gives it back.
   */
  void end(UserId agent) {
    ends.forEach(each -> each.ending(agent));
    seats.leave(agent);
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
