package org.openworkbin.directory;

import java.util.Optional;
import org.openworkbin.id.UserId;

/**
 * Who changed the contact centre, for the audit trail.
 *
 * @param user where it was a person
 * @param name of the user or the program, as it was then
 */
public record Author(Optional<UserId> user, String name) {

  /** A person. */
  public static Author of(UserId user, String userName) {
    return new Author(Optional.of(user), userName);
  }

  /** A program that nobody is logged in to, such as {@code import}. */
  public static Author program(String name) {
    return new Author(Optional.empty(), name);
  }
}
