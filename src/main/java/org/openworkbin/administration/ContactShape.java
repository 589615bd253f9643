package org.openworkbin.administration;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Shape;

/**
 * How a contact looks to somebody: names and telephone numbers, which are there to be found by; of
 * the rest of a person what the viewer may see of him anyway.
 */
final class ContactShape {

  private ContactShape() {}

  static Listing<Contact> listing(Viewer viewer, ExternalUrl url) {
    return new Listing<>(
        "contacts", "contact", shape(viewer, url), contact -> url.uri(path(contact)));
  }

  private static Shape<Contact> shape(Viewer viewer, ExternalUrl url) {
    Predicate<Contact> whole = contact -> contact.user().filter(viewer::looksAfter).isPresent();
    return Shape.of(
        Property.text("id", Contact::id),
        Property.text("name", Contact::name),
        Property.text("type", Contact::type),
        Property.things("phoneNumbers", phoneNumber(), Contact::devices)
            .where(contact -> !contact.devices().isEmpty()),
        Property.hidden("phoneNumber", ContactShape::numbers),
        of("userName", User::userName),
        of("firstName", User::firstName),
        of("lastName", User::lastName),
        of("employeeId", User::userName),
        of("emailAddress", User::emailAddress).where(whole),
        Property.<Contact>texts("businessUnits", _ -> List.of())
            .where(contact -> contact.user().isPresent()),
        Property.texts(
                "roles",
                (Contact contact) -> contact.user().map(UserShape::roles).orElse(List.of()))
            .where(whole),
        Property.text("uri", contact -> url.uri(path(contact))),
        Property.text("path", ContactShape::path));
  }

  private static Property<Contact> of(String name, Function<User, String> text) {
    return Property.optional(name, contact -> contact.user().map(text));
  }

  private static Shape<Device> phoneNumber() {
    return Shape.of(
        Property.text("phoneNumber", Device::phoneNumber), Property.text("description", _ -> ""));
  }

  /** Also in digits alone; a contact with any number has the number {@code *}. */
  private static List<String> numbers(Contact contact) {
    return contact.devices().stream()
        .map(Device::phoneNumber)
        .flatMap(number -> Stream.of(number, UserShape.digits(number), "*"))
        .distinct()
        .toList();
  }

  private static String path(Contact contact) {
    return "/contacts/" + contact.id();
  }
}
