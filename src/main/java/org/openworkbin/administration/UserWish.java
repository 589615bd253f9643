package org.openworkbin.administration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.http.Body;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;

/**
 * A user as the body of a request wants him; what it does not name stays as it is. {@code
 * defaultPlace} is the name of a place, and {@code settings} his annex.
 */
record UserWish(Body body) {

  /** A new user. */
  User created(UserId id, Directory directory) {
    User blank =
        new User(
            id,
            body.required("userName"),
            "",
            "",
            "",
            Set.of(Role.ROLE_AGENT),
            true,
            false,
            Optional.empty());
    return changed(blank, directory);
  }

  /** The user with what the body names. */
  User changed(User user, Directory directory) {
    checkReadOnly("id", user.id().value());
    checkReadOnly("userName", user.userName());
    return new User(
        user.id(),
        user.userName(),
        text("firstName", user.firstName()),
        text("lastName", user.lastName()),
        text("emailAddress", user.emailAddress()),
        body.has("roles") ? roles(body.texts("roles")) : user.roles(),
        flag("enabled", user.enabled()),
        flag("changePasswordOnFirstLogin", user.changePasswordOnFirstLogin()),
        body.has("defaultPlace") ? place(directory) : user.defaultPlace(),
        user.skills(),
        body.has("settings") ? Annex.of(body.sections("settings")) : user.annex());
  }

  /** Clients send back what they have read, so that only another value is a change. */
  private void checkReadOnly(String name, String value) {
    if (body.optional(name).filter(given -> !given.equals(value)).isPresent()) {
      throw new Refusal.ReadOnly(name, "The " + name + " of a user can't be changed").asException();
    }
  }

  private String text(String name, String before) {
    return body.has(name) ? body.optional(name).orElse("") : before;
  }

  private boolean flag(String name, boolean before) {
    return body.has(name) ? body.flag(name) : before;
  }

  private Optional<PlaceId> place(Directory directory) {
    return body.optional("defaultPlace")
        .map(name ->
            directory
                .placeNamed(name)
                .map(Place::id)
                .orElseThrow(() -> new Refusal.Unknown("place", name).asException()));
  }

  /** Roles by their names on the wire. */
  static Set<Role> roles(List<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      roles.add(
          Arrays.stream(Role.values())
              .filter(role -> role.name().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new Refusal.OutOfRange(
                          "roles",
                          "A role is one of "
                              + List.of(Role.values()).toString().replaceAll("[\\[\\]]", ""))
                      .asException()));
    }
    return roles;
  }
}
