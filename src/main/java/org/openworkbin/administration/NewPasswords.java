package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.User;
import org.openworkbin.http.Body;
import org.openworkbin.session.PasswordChanges;
import org.springframework.stereotype.Component;

/** The first passwords of new users: write-only, and stored as hashes. Thread-safe. */
@Component
final class NewPasswords {
  private final PasswordChanges changes;

  NewPasswords(PasswordChanges changes) {
    this.changes = changes;
  }

  /**
   * The hash of the password in the body of a new user; takes its time, and so has to be made
   * before a change, not in it. Reads show an empty password, which means none here too.
   */
  Optional<String> hashOfFirst(Body body) {
    return body.optional("password")
        .map(password -> changes.hashOfNew(body.required("userName"), password));
  }

  /** The user as he is to be, with the password where there is one. */
  static DirectoryChange with(User user, Optional<String> hash) {
    DirectoryChange change = DirectoryChange.of(user);
    return hash.map(text -> change.withPassword(user.id(), text)).orElse(change);
  }
}
