package org.openworkbin.supervision;

import org.openworkbin.directory.Directory;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.PersonJson;
import tools.jackson.core.JsonGenerator;

/** A bin on the wire as supervisors are told of it: the workbin and, by name, its owner. */
final class BinJson {

  private BinJson() {}

  /** Writes a member of that name. Where the workbin or the owner is gone its id is left. */
  static void write(JsonGenerator out, String name, BinId bin, Directory directory) {
    out.writeObjectPropertyStart(name);
    out.writeStringProperty("workbinId", bin.workbin().value());
    directory
        .workbin(bin.workbin())
        .ifPresent(workbin -> {
          out.writeStringProperty("workbinName", workbin.name());
          out.writeStringProperty("displayName", workbin.displayName());
        });
    out.writeStringProperty("type", bin.owner().kind().wireName());
    owner(out, bin.owner(), directory);
    out.writeEndObject();
  }

  private static void owner(JsonGenerator out, OwnerId owner, Directory directory) {
    if (owner instanceof UserId agent) {
      PersonJson.write(out, "owner", agent, directory);
      return;
    }
    out.writeObjectPropertyStart("owner");
    out.writeStringProperty("id", owner.value());
    directory.nameOf(owner).ifPresent(name -> out.writeStringProperty("name", name));
    out.writeEndObject();
  }
}
