package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Access;
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
import org.openworkbin.interaction.Features;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Finds the bins that a request means.
 *
 * <p>A workbin id names a definition; the owner comes from the user whose bins are meant, who is
 * the caller or somebody that he looks after, or from a name in the query. A group or place bin
 * addressed without a name means that user's only group or place of the kind. An unknown workbin,
 * user or group is refused as unknown; whether the bin is for the caller is not asked here.
 */
@Component
final class Addressing {
  private final Directories directories;
  private final Seating seating;
  private final Access access;
  private final Features features;
  private final OrphanedBins orphaned;

  Addressing(
      Directories directories,
      Seating seating,
      Access access,
      Features features,
      OrphanedBins orphaned) {
    this.directories = directories;
    this.seating = seating;
    this.access = access;
    this.features = features;
    this.orphaned = orphaned;
  }

  /** The user with that id, whose bins are meant; refused where the caller can't look after him. */
  UserId user(UserId caller, String id) {
    UserId user =
        Optional.of(id)
            .filter(UserId::isValid)
            .map(UserId::new)
            .filter(valid -> directories.now().user(valid).isPresent())
            .orElseThrow(() -> new Refusal.Unknown("user", id).asException());
    if (!access.looksAfter(caller, user)) {
      throw new Refusal.NotPermitted("this user's workbins").asException();
    }
    return user;
  }

  /** The workbin with that id; anything else, such as a workbin's name, is refused as unknown. */
  Workbin workbin(String id) {
    features.requireResource();
    return Optional.of(id)
        .filter(WorkbinId::isValid)
        .flatMap(valid -> directories.now().workbin(new WorkbinId(valid)))
        .orElseThrow(() -> new Refusal.Unknown("workbin", id).asException());
  }

  /** The user's bins that are meant; a named group has to be of the kind that owns the workbin. */
  Target find(UserId user, String workbinId, OwnerNames names) {
    if (names.owner().isPresent()) {
      return byOwner(user, workbinId, names.owner().get());
    }
    Workbin workbin = workbin(workbinId);
    refuseNameOfOtherKind(workbin, names);
    return findOfKind(user, workbin, names);
  }

  /** The same in a request for several workbins: a named group counts for those of its kind. */
  Target findAmongSeveral(UserId user, String workbinId, OwnerNames names) {
    return names.owner().isPresent()
        ? byOwner(user, workbinId, names.owner().get())
        : findOfKind(user, workbin(workbinId), names);
  }

  private Target byOwner(UserId user, String workbinId, String owner) {
    features.requireResource();
    return orphaned.find(user, workbinId, owner);
  }

  /** Whom a request means by the kind of an owner and perhaps his name. */
  OwnerId owner(UserId user, OwnerWish wish) {
    Directory directory = directories.now();
    return wish.owner()
        .map(name -> named(directory, wish.kind(), name))
        .orElseGet(() -> only(ownersFor(user, wish.kind(), directory)));
  }

  private static OwnerId named(Directory directory, OwnerKind kind, String name) {
    return switch (kind) {
      case AGENT ->
          directory
              .userWithId(name)
              .orElseThrow(() -> new Refusal.Unknown("user", name).asException())
              .id();
      case PLACE ->
          directory
              .placeNamed(name)
              .orElseThrow(() -> new Refusal.Unknown("place", name).asException())
              .id();
      case AGENT_GROUP -> agentGroup(directory, name).id();
      case PLACE_GROUP -> placeGroup(directory, name).id();
    };
  }

  private static OwnerId only(List<? extends OwnerId> owners) {
    if (owners.size() != 1) {
      throw new Refusal.Missing("workbinOwner").asException();
    }
    return owners.getFirst();
  }

  private List<? extends OwnerId> ownersFor(UserId user, OwnerKind kind, Directory directory) {
    return switch (kind) {
      case AGENT -> List.of(user);
      case PLACE -> seating.placeOf(user).stream().toList();
      case AGENT_GROUP -> directory.groupsOf(user).stream().map(AgentGroup::id).toList();
      case PLACE_GROUP -> placeGroupsOf(user, directory);
    };
  }

  private Target findOfKind(UserId user, Workbin workbin, OwnerNames names) {
    Directory directory = directories.now();
    OwnerKind kind = workbin.ownerKind();
    return names
        .of(kind)
        .map(name -> one(workbin, named(directory, kind, name)))
        .orElseGet(() -> only(workbin, ownersFor(user, kind, directory)));
  }

  private List<? extends OwnerId> placeGroupsOf(UserId user, Directory directory) {
    return seating.placeOf(user).stream()
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
