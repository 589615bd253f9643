package org.openworkbin.administration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Field;
import org.openworkbin.http.FieldValue;
import org.openworkbin.http.Fields;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Shape;
import org.openworkbin.presence.AgentParts;

/** How a user looks to somebody ({@code spec/foundations.md} 4.1 and 6.1). */
final class UserShape {

  private UserShape() {}

  /** Everything; what is not for the viewer he does not see of that user. */
  static Shape<User> whole(Viewer viewer, AgentParts parts, ExternalUrl url) {
    return Shape.of(
        Property.text("id", user -> user.id().value()),
        Property.text("userName", User::userName),
        Property.text("firstName", User::firstName),
        Property.text("lastName", User::lastName),
        Property.text("emailAddress", User::emailAddress).where(viewer::looksAfter),
        Property.texts("roles", UserShape::roles).where(viewer::looksAfter),
        Property.<User>flag("enabled", User::enabled).where(viewer::looksAfter),
        Property.<User>flag("changePasswordOnFirstLogin", User::changePasswordOnFirstLogin)
            .where(viewer::looksAfter),
        Property.<User>optional("defaultPlace", user -> place(user, viewer.directory()))
            .where(viewer::looksAfter),
        Property.<User>text("contactCenterId", _ -> viewer.directory().contactCenterId()),
        Property.text("uri", user -> url.uri(path(user))),
        Property.text("path", UserShape::path),
        Property.things(
                "skills",
                KnownSkill.shape(url),
                (User user) -> KnownSkill.of(user, viewer.directory()))
            .where(viewer::looksAfter)
            .asSubresource(),
        presence("devices", parts, url, inner -> number(inner, viewer.directory()))
            .where(viewer::looksAfter)
            .asSubresource(),
        presence("channels", parts, url, _ -> Optional.empty())
            .where(viewer::looksAfter)
            .asSubresource(),
        Property.things(
                "groups",
                GroupShape.link(url),
                (User user) -> viewer.directory().groupsOf(user.id()))
            .where(viewer::looksAfter)
            .asSubresource(),
        Property.<User>sections("settings", user -> user.annex().sections())
            .where(viewer::looksAfter)
            .asSubresource());
  }

  private static Optional<String> place(User user, Directory directory) {
    return user.defaultPlace().flatMap(directory::place).map(Place::name);
  }

  /** What he is at present. */
  private static Property<User> presence(
      String name, AgentParts parts, ExternalUrl url, Fields<User> fields) {
    return Property.members(
        name, user -> parts.of(user.id(), url).getOrDefault(name, _ -> {}), fields);
  }

  /** {@code devices.phoneNumber}, as it is and in digits alone. */
  private static Optional<Field<User>> number(String inner, Directory directory) {
    return Optional.of(inner)
        .filter("phoneNumber"::equals)
        .map(_ ->
            user ->
                directory.devicesOf(user.id()).stream()
                    .map(Device::phoneNumber)
                    .flatMap(number -> Stream.of(number, digits(number)).distinct())
                    .map(FieldValue::of)
                    .toList());
  }

  /** A telephone number without what people put between its digits. */
  static String digits(String phoneNumber) {
    return phoneNumber.replaceAll("[^0-9]", "");
  }

  /** Who he is and where there is more about him, as in other things that name him. */
  static Shape<User> link(ExternalUrl url) {
    return Shape.of(
        Property.text("id", user -> user.id().value()),
        Property.text("userName", User::userName),
        Property.text("firstName", User::firstName),
        Property.text("lastName", User::lastName),
        Property.text("uri", user -> url.uri(path(user))),
        Property.text("path", UserShape::path));
  }

  static Listing<User> listing(Viewer viewer, AgentParts parts, ExternalUrl url) {
    return new Listing<>("users", "user", whole(viewer, parts, url), user -> url.uri(path(user)));
  }

  /** What people look for him by. */
  static List<String> names(User user, List<Device> devices) {
    return Stream.concat(
            Stream.of(user.userName(), user.firstName(), user.lastName()),
            devices.stream().map(Device::phoneNumber))
        .toList();
  }

  static List<String> roles(User user) {
    return user.roles().stream().sorted().map(Role::name).toList();
  }

  static String path(User user) {
    return "/users/" + user.id().value();
  }
}
