package org.openworkbin.presence;

import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.User;
import org.openworkbin.http.Caller;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Lets through to an agent who looks after him, and nobody else. */
@Component
final class LookedAfter {
  private final Directories directories;
  private final Access access;

  LookedAfter(Directories directories, Access access) {
    this.directories = directories;
    this.access = access;
  }

  /** The agent of that id, whom the caller has to look after; {@code what} he wants of him. */
  UserId by(Caller caller, String id, String what) {
    UserId agent =
        directories
            .now()
            .userWithId(id)
            .map(User::id)
            .orElseThrow(() -> new Refusal.Unknown("user", id).asException());
    if (!access.looksAfter(caller.id(), agent)) {
      throw new Refusal.NotPermitted(what).asException();
    }
    return agent;
  }
}
