package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.Seating;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Finds the bins that a request means.
 *
 * <p>A workbin id names a definition; the owner comes from the caller or from a name in the query.
 * A group or place bin addressed without a name means the caller's only group or place of that
 * kind. An unknown workbin or group is refused as unknown; whether the bin is for the caller is not
 * asked here.
 */
@Component
final class Addressing {
  private final Directories directories;
  private final Seating seating;

  Addressing(Directories directories, Seating seating) {
    this.directories = directories;
    this.seating = seating;
  }

  /** The workbin with that id; anything else, such as a workbin's name, is refused as unknown. */
  Workbin workbin(String id) {
    return Optional.of(id)
        .filter(WorkbinId::isValid)
        .flatMap(valid -> directories.now().workbin(new WorkbinId(valid)))
        .orElseThrow(() -> new Refusal.Unknown("workbin", id).asException());
  }

  /** The bins that are meant; a named group has to be of the kind that owns the workbin. */
  Target find(UserId caller, String workbinId, OwnerNames names) {
    Workbin workbin = workbin(workbinId);
    refuseNameOfOtherKind(workbin, names);
    return findOfKind(caller, workbin, names);
  }

  /** The same in a request for several workbins: a named group counts for those of its kind. */
  Target findAmongSeveral(UserId caller, String workbinId, OwnerNames names) {
    return findOfKind(caller, workbin(workbinId), names);
  }

  private Target findOfKind(UserId caller, Workbin workbin, OwnerNames names) {
    Directory directory = directories.now();
    return switch (workbin.ownerKind()) {
      case AGENT -> one(workbin, caller);
      case PLACE -> only(workbin, seating.placeOf(caller).stream().toList());
      case AGENT_GROUP ->
          names
              .agentGroup()
              .map(name -> one(workbin, agentGroup(directory, name).id()))
              .orElseGet(() ->
                  only(workbin, directory.groupsOf(caller).stream().map(AgentGroup::id).toList()));
      case PLACE_GROUP ->
          names
              .placeGroup()
              .map(name -> one(workbin, placeGroup(directory, name).id()))
              .orElseGet(() -> only(workbin, placeGroupsOf(caller, directory)));
    };
  }

  private List<? extends OwnerId> placeGroupsOf(UserId caller, Directory directory) {
    return seating.placeOf(caller).stream()
        .flatMap(place -> directory.placeGroupsOf(place).stream())
        .map(PlaceGroup::id)
        .toList();
  }

  private static AgentGroup agentGroup(Directory directory, String name) {
    return directory
        .agentGroupNamed(name)
        .orElseThrow(() -> new Refusal.Unknown("agent group", name).asException());
  }

  private static PlaceGroup placeGroup(Directory directory, String name) {
    return directory
        .placeGroupNamed(name)
        .orElseThrow(() -> new Refusal.Unknown("place group", name).asException());
  }

  private static Target only(Workbin workbin, List<? extends OwnerId> owners) {
    return owners.size() == 1
        ? one(workbin, owners.getFirst())
        : new Target.Any(
            workbin, owners.stream().map(owner -> new BinId(workbin.id(), owner)).toList());
  }

  private static Target one(Workbin workbin, OwnerId owner) {
    return new Target.One(workbin, new BinId(workbin.id(), owner));
  }

  private static void refuseNameOfOtherKind(Workbin workbin, OwnerNames names) {
    if (names.agentGroup().isPresent() && workbin.ownerKind() != OwnerKind.AGENT_GROUP) {
      throw new Refusal.Invalid("agentGroup", "The workbin does not belong to agent groups.")
          .asException();
    }
    if (names.placeGroup().isPresent() && workbin.ownerKind() != OwnerKind.PLACE_GROUP) {
      throw new Refusal.Invalid("placeGroup", "The workbin does not belong to place groups.")
          .asException();
    }
  }
}
