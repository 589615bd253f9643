package org.openworkbin.directory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;

/**
 * A person who may log in.
 *
 * @param emailAddress may be empty
 * @param enabled a disabled user exists and may not log in
 * @param defaultPlace where he sits unless a session says otherwise
 * @param skills what he is good at, and how good: 0 or more
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
    Optional<PlaceId> defaultPlace,
    Map<SkillId, Integer> skills,
    Annex annex)
    implements DirectoryObject {
  public User {
    roles = Set.copyOf(roles);
    skills = Map.copyOf(skills);
  }

  /** A user without skills and annex. */
  public User(
      UserId id,
      String userName,
      String firstName,
      String lastName,
      String emailAddress,
      Set<Role> roles,
      boolean enabled,
      boolean changePasswordOnFirstLogin,
      Optional<PlaceId> defaultPlace) {
    this(
        id,
        userName,
        firstName,
        lastName,
        emailAddress,
        roles,
        enabled,
        changePasswordOnFirstLogin,
        defaultPlace,
        Map.of(),
        Annex.NONE);
  }

  @Override
  public ObjectKey key() {
    return key(id);
  }

  /** The key of the user with that id. */
  public static ObjectKey key(UserId id) {
    return new ObjectKey(ObjectKind.USER, id.value());
  }

  @Override
  public String label() {
    return userName;
  }

  /** Whether he administers the contact centre. */
  public boolean isAdministrator() {
    return roles.contains(Role.ROLE_ADMIN) || roles.contains(Role.ROLE_APIUSER);
  }

  /** The same, allowed to log in or not. */
  public User enabled(boolean mayLogIn) {
    return new User(
        id,
        userName,
        firstName,
        lastName,
        emailAddress,
        roles,
        mayLogIn,
        changePasswordOnFirstLogin,
        defaultPlace,
        skills,
        annex);
  }

  /** The same, obliged to change his password or not. */
  public User withChangeOfPassword(boolean due) {
    return new User(
        id,
        userName,
        firstName,
        lastName,
        emailAddress,
        roles,
        enabled,
        due,
        defaultPlace,
        skills,
        annex);
  }

  /** The same with another default place. */
  public User at(Optional<PlaceId> place) {
    return new User(
        id,
        userName,
        firstName,
        lastName,
        emailAddress,
        roles,
        enabled,
        changePasswordOnFirstLogin,
        place,
        skills,
        annex);
  }

  /** The same with other skills. */
  public User skilled(Map<SkillId, Integer> levels) {
    return new User(
        id,
        userName,
        firstName,
        lastName,
        emailAddress,
        roles,
        enabled,
        changePasswordOnFirstLogin,
        defaultPlace,
        levels,
        annex);
  }
}
