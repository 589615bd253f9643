package org.openworkbin.directory;

import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/**
 * A person who may log in.
 *
 * @param emailAddress may be empty
 * @param enabled a disabled user exists and may not log in
 * @param defaultPlace where he sits unless a session says otherwise
 */
public record User(
    UserId id,
    String userName,
    String firstName,
    String lastName,
    String emailAddress,
    Set<Role> roles,
    boolean enabled,
    boolean changePasswordOnFirstLogin,
    Optional<PlaceId> defaultPlace) {
  public User {
    roles = Set.copyOf(roles);
  }

  /** Whether he administers the contact centre. */
  public boolean isAdministrator() {
    return roles.contains(Role.ROLE_ADMIN);
  }
}
