package org.openworkbin.center;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.ledger.Location;

/** Reads where an interaction is: in a bin, named by workbin and owner, or in a queue. */
final class LocationPart {
  private static final Map<OwnerKind, String> FIELDS =
      Map.of(
          OwnerKind.AGENT, "agent",
          OwnerKind.AGENT_GROUP, "agentGroup",
          OwnerKind.PLACE, "place",
          OwnerKind.PLACE_GROUP, "placeGroup");

  private final Registers registers;
  private final Problems problems;

  LocationPart(Registers registers, Problems problems) {
    this.registers = registers;
    this.problems = problems;
  }

  /** The location that {@code in} says; empty where that is a problem. */
  Optional<Location> read(YamlObject interaction) {
    Optional<YamlObject> in = interaction.object("in");
    if (in.isEmpty()) {
      problems.add(interaction.lineOf("in"), "an interaction has no 'in'");
      return Optional.empty();
    }
    Optional<Location> location = readIn(in.get());
    in.get().done();
    return location;
  }

  private Optional<Location> readIn(YamlObject in) {
    Optional<Text> queue = in.text("queue");
    Optional<Text> workbin = in.text("workbin");
    List<OwnerKind> owners = new ArrayList<>(List.of(OwnerKind.values()));
    owners.removeIf(kind -> in.text(FIELDS.getOrDefault(kind, "")).isEmpty());
    if (queue.isPresent() && workbin.isEmpty() && owners.isEmpty()) {
      return registers.queues().resolve(queue.get()).map(found -> new Location.Queue(found.id()));
    }
    if (queue.isEmpty() && workbin.isPresent() && owners.size() == 1) {
      OwnerKind kind = owners.getFirst();
      Text owner = in.text(FIELDS.getOrDefault(kind, "")).orElseThrow();
      return bin(workbin.get(), kind, owner);
    }
    problems.add(
        in.line(),
        "'in' names a 'queue', or a 'workbin' and its 'agent', 'agentGroup', 'place' or"
            + " 'placeGroup'");
    return Optional.empty();
  }

  private Optional<Location> bin(Text workbin, OwnerKind kind, Text ownerName) {
    Optional<Workbin> found = registers.workbins().resolve(workbin);
    var owner = registers.owner(kind, ownerName);
    if (found.isPresent() && found.get().ownerKind() != kind) {
      problems.add(
          ownerName.line(),
          "the workbin '%s' is for owners of type %s"
              .formatted(workbin.value(), found.get().ownerKind().wireName()));
      return Optional.empty();
    }
    return found.flatMap(of -> owner.map(by -> new Location.Bin(new BinId(of.id(), by))));
  }
}
