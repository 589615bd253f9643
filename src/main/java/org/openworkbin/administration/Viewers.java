package org.openworkbin.administration;

import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.http.Caller;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Who is looking, at the directory as it is now. Thread-safe. */
@Component
final class Viewers {
  private final Directories directories;
  private final Access access;

  Viewers(Directories directories, Access access) {
    this.directories = directories;
    this.access = access;
  }

  Viewer of(Caller caller) {
    Directory directory = directories.now();
    return directory
        .user(caller.id())
        .map(user -> new Viewer(user, directory, access))
        .orElseThrow(() -> new Refusal.NotAuthenticated().asException());
  }
}
