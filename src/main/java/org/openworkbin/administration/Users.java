package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.User;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Service;

/**
 * Users as administrators add, change and remove them. Whoever is disabled or removed loses his
 * sessions, and what he has in hand goes back; what lies in his bins stays there, for
 * administrators to move. Passwords are hashed before anything is changed, since that takes its
 * time.
 */
@Service
final class Users {
  private final Changes changes;
  private final NewPasswords passwords;
  private final IdGenerator ids;

  Users(Changes changes, NewPasswords passwords, IdGenerator ids) {
    this.changes = changes.by(Feature.PROVISIONING_WRITE);
    this.passwords = passwords;
    this.ids = ids;
  }

  UserId create(Caller caller, Body body) {
    changes.read(caller);
    UserId id = ids.newUserId();
    Optional<String> hash = passwords.hashOfFirst(body);
    changes.make(
        caller,
        ExpectedVersion.any(),
        directory -> NewPasswords.with(new UserWish(body).created(id, directory), hash));
    return id;
  }

  Directory change(Caller caller, String id, Body body, ExpectedVersion expected) {
    User user = new Found(changes.read(caller)).user(id);
    if (body.has("operationName")) {
      throw Body.unknownOperation();
    }
    return changes.make(
        caller,
        expected,
        user.id(),
        body.optional("password"),
        directory ->
            DirectoryChange.of(
                new UserWish(body).changed(new Found(directory).user(id), directory)));
  }

  Directory remove(Caller caller, String id, ExpectedVersion expected) {
    return changes.remove(caller, expected, directory -> new Found(directory).user(id));
  }
}
