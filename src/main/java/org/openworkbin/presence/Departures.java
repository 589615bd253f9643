package org.openworkbin.presence;

import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Seats;
import org.openworkbin.directory.User;
import org.openworkbin.id.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends the contact-centre sessions of users who may no longer be here, so that nobody is kept from
 * a place by one who is gone. Follows each change of the directory, on a thread of its own; in a
 * moment when the store is away it is left to the next change, or to the next start.
 */
@Component
final class Departures {
  private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

  private final Directories directories;
  private final Seats seats;
  private final ContactCenterSessions sessions;

  Departures(Directories directories, Seats seats, ContactCenterSessions sessions) {
    this.directories = directories;
    this.seats = seats;
    this.sessions = sessions;
    directories.onChange(this::follow);
    follow();
  }

  private void follow() {
    Directory now = directories.now();
    seats.atWork().stream()
        .filter(user -> now.user(user).filter(User::enabled).isEmpty())
        .forEach(user -> Thread.ofVirtual().name("departure").start(() -> end(user)));
  }

  private void end(UserId user) {
    try {
      sessions.abandon(user);
    } catch (RuntimeException e) {
      LOG.warn("The session of {}, who is gone, could not be ended yet", user.value(), e);
    }
  }
}
