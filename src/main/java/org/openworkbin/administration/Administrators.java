package org.openworkbin.administration;

import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.User;
import org.openworkbin.http.Caller;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Lets administrators through, and nobody else. Thread-safe. */
@Component
final class Administrators {
  private final Directories directories;

  Administrators(Directories directories) {
    this.directories = directories;
  }

  /** Who it is, for the audit trail; refused where he does not administer the contact centre. */
  Author require(Caller caller) {
    if (!includes(caller)) {
      throw new Refusal.NotPermitted("administration").asException();
    }
    return Author.of(caller.id(), caller.userName());
  }

  /** Whether he administers the contact centre. */
  boolean includes(Caller caller) {
    return directories
        .now()
        .user(caller.id())
        .filter(User::enabled)
        .filter(User::isAdministrator)
        .isPresent();
  }
}
