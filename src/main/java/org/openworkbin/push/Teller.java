package org.openworkbin.push;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Location;

/**
 * Finds out who has to be told of a journal entry, and tells them. Words are asked for only where
 * somebody is there to hear them, once for each audience; the right to see is checked for each
 * receiver, in memory.
 */
final class Teller {
  private final Watches watches;
  private final Attendance attendance;
  private final Access access;
  private final Connections connections;
  private final LostRights lostRights;
  private final List<Narrator> narrators;

  Teller(
      Watches watches,
      Attendance attendance,
      Access access,
      Connections connections,
      LostRights lostRights,
      List<Narrator> narrators) {
    this.watches = watches;
    this.attendance = attendance;
    this.access = access;
    this.connections = connections;
    this.lostRights = lostRights;
    this.narrators = List.copyOf(narrators);
  }

  void tell(Entry entry) {
    entry.left().ifPresent(state -> tellWatchers(entry, state));
    entry.entered().ifPresent(state -> tellWatchers(entry, state));
    people(entry).stream().filter(attendance::isPresent).forEach(user -> tell(entry, user));
  }

  private void tellWatchers(Entry entry, BinState state) {
    BinId bin = state.bin();
    List<Watch> members = new ArrayList<>();
    List<Watch> supervisors = new ArrayList<>();
    for (Watch watch : watches.of(bin)) {
      if (!attendance.isPresent(watch.user())) {
        continue;
      }
      if (access.may(watch.user(), Right.SEE, bin)) {
        (watch.asSupervisor() ? supervisors : members).add(watch);
      } else {
        lostRights.end(watch);
      }
    }
    tell(entry, state.revision(), new Audience.Watchers(bin), members);
    tell(entry, state.revision(), new Audience.Supervisors(bin), supervisors);
  }

  private void tell(Entry entry, long revision, Audience audience, List<Watch> receivers) {
    if (receivers.isEmpty()) {
      return;
    }
    for (Connections.Letter letter : letters(entry, audience)) {
      receivers.forEach(watch -> watch.tell(revision, letter));
    }
  }

  private void tell(Entry entry, UserId user) {
    letters(entry, new Audience.Person(user)).forEach(letter -> letter.deliverTo(user));
  }

  private List<Connections.Letter> letters(Entry entry, Audience audience) {
    return narrators.stream()
        .flatMap(narrator -> narrator.tell(entry, audience).stream())
        .map(connections::letter)
        .toList();
  }

  /** Whose media messages tell of it: who moved it, and whoever had or has to do with it. */
  private static Set<UserId> people(Entry entry) {
    Set<UserId> people = new LinkedHashSet<>();
    people.add(entry.actor());
    addPeople(entry.from(), people);
    addPeople(entry.to(), people);
    return people;
  }

  private static void addPeople(Location location, Set<UserId> people) {
    switch (location) {
      case Location.Hand(UserId agent) -> people.add(agent);
      case Location.Offer(UserId agent, UserId by) -> {
        people.add(agent);
        people.add(by);
      }
      case Location.Bin _, Location.Queue _, Location.Ended _, Location.Nowhere _ -> {}
    }
  }
}
