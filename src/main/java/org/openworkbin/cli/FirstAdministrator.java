package org.openworkbin.cli;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.directory.User;
import org.openworkbin.id.IdGenerator;

/** The user that a store without any gets, so that somebody can log in. */
record FirstAdministrator(String userName, String password) {

  /** No letters and digits that look like others. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 20;

  /** Makes him where nobody else is there; the password exists in the answer only. */
  static Optional<FirstAdministrator> ifNobodyIsThere(
      StoredDirectories directories, PasswordHashing hashing, IdGenerator ids) {
    if (!directories.now().users().isEmpty()) {
      return Optional.empty();
    }
    String password =
        new SecureRandom()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(LETTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
    User user =
        new User(
            ids.newUserId(),
            "admin",
            "",
            "",
            "",
            Set.of(Role.ROLE_ADMIN),
            true,
            false,
            Optional.empty());
    directories.change(
        Author.program("serve"), DirectoryChange.ofUser(user, hashing.hash(password)));
    return Optional.of(new FirstAdministrator(user.userName(), password));
  }
}
