package org.openworkbin.administration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.User;

/** Somebody or something within the contact centre that work can be handed to. */
sealed interface Contact {

  String id();

  String name();

  /** What clients ask for as {@code type}. */
  String type();

  /** The person, where it is one. */
  default Optional<User> user() {
    return Optional.empty();
  }

  /** The telephones that it is reached at. */
  default List<Device> devices() {
    return List.of();
  }

  /** What people look for it by. */
  default List<String> names() {
    return List.of(name());
  }

  /** A person. */
  record OfUser(User person, List<Device> devices) implements Contact {

    @Override
    public String id() {
      return person.id().value();
    }

    @Override
    public String name() {
      return person.userName();
    }

    @Override
    public String type() {
      return "User";
    }

    @Override
    public Optional<User> user() {
      return Optional.of(person);
    }

    @Override
    public List<String> names() {
      return UserShape.names(person, devices);
    }
  }

  /** A queue. */
  record OfQueue(Queue queue) implements Contact {

    @Override
    public String id() {
      return queue.id().value();
    }

    @Override
    public String name() {
      return queue.name();
    }

    @Override
    public String type() {
      return "Queue";
    }
  }

  /** Everybody whom the viewer knows and who may log in, and every queue. */
  static List<Contact> all(Viewer viewer) {
    Directory directory = viewer.directory();
    return Stream.<Contact>concat(
            directory.users().stream()
                .filter(user -> user.enabled() && viewer.knows(user))
                .map(user -> new OfUser(user, directory.devicesOf(user.id()))),
            directory.queues().stream().map(OfQueue::new))
        .toList();
  }
}
