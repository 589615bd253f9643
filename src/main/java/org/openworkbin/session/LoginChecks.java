package org.openworkbin.session;

import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.User;
import org.springframework.stereotype.Component;

/**
 * Says whether somebody who logged in once could do so now: he is enabled, has the same name and,
 * where he logged in by a password, the same password hash. Thread-safe.
 */
@Component
final class LoginChecks {
  private final Directories directories;
  private final Passwords passwords;

  LoginChecks(Directories directories, Passwords passwords) {
    this.directories = directories;
    this.passwords = passwords;
  }

  /** Rises with every change after which an answer may be another. */
  long version() {
    return directories.now().version();
  }

  /** Asks the store for the hash of a password. */
  boolean isGood(LoggedIn login) {
    return mayLogIn(login)
        && (login.passwordHash().isEmpty()
            || passwords.hashOf(login.id()).equals(login.passwordHash()));
  }

  /** The same as far as the directory says it, without the password. */
  boolean mayLogIn(LoggedIn login) {
    return user(login)
        .filter(User::enabled)
        .filter(user -> user.userName().equals(login.userName()))
        .isPresent();
  }

  /** Whether he has to change his password before anything else; not who never used it. */
  boolean mustChangePassword(LoggedIn login) {
    return login.passwordHash().isPresent()
        && user(login).filter(User::changePasswordOnFirstLogin).isPresent();
  }

  private Optional<User> user(LoggedIn login) {
    Directory now = directories.now();
    return now.user(login.id());
  }
}
