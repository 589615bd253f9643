package org.openworkbin.interaction;

import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.id.UserId;
import tools.jackson.core.JsonGenerator;

/**
 * A person on the wire where what he did or has is told: his id and names. Who is gone, or never
 * was a user, like a program, has his id alone.
 */
public final class PersonJson {

  private PersonJson() {}

  /** Writes a member of that name. */
  public static void write(JsonGenerator out, String name, UserId id, Directory directory) {
    out.writeObjectPropertyStart(name);
    out.writeStringProperty("id", id.value());
    directory.user(id).ifPresent(user -> writeNames(out, user));
    out.writeEndObject();
  }

  /** Writes the names of a user into his object. */
  public static void writeNames(JsonGenerator out, User user) {
    out.writeStringProperty("userName", user.userName());
    out.writeStringProperty("firstName", user.firstName());
    out.writeStringProperty("lastName", user.lastName());
  }
}
