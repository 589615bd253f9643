package org.openworkbin.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/** Decides rights by a handful of hash look-ups; the same rules for everybody who asks. */
public final class BinAccess implements Access {
  private final Directories directories;
  private final Seating seating;

  public BinAccess(Directories directories, Seating seating) {
    this.directories = directories;
    this.seating = seating;
  }

  @Override
  public boolean may(UserId id, Right right, BinId bin) {
    Directory directory = directories.now();
    Optional<User> user = directory.user(id).filter(User::enabled);
    if (user.isEmpty()) {
      return false;
    }
    if (!exists(directory, bin)) {
      return user.get().isAdministrator() && right != Right.ADD && isGone(directory, bin);
    }
    return user.get().isAdministrator()
        || supervises(directory, id, bin.owner())
        || (right != Right.SUPERVISE && belongs(directory, id, bin.owner()));
  }

  @Override
  public boolean looksAfter(UserId id, UserId agent) {
    Directory directory = directories.now();
    return directory.user(agent).isPresent()
        && directory
            .user(id)
            .filter(User::enabled)
            .filter(user ->
                id.equals(agent) || user.isAdministrator() || managesGroupOf(directory, id, agent))
            .isPresent();
  }

  @Override
  public List<BinId> binsOf(UserId id) {
    Directory directory = directories.now();
    List<BinId> bins = new ArrayList<>();
    if (directory.user(id).filter(User::enabled).isEmpty()) {
      return bins;
    }
    addBinsOf(directory, id, bins);
    for (AgentGroup group : directory.groupsOf(id)) {
      addBinsOf(directory, group.id(), bins);
    }
    Optional<PlaceId> place = seating.placeOf(id);
    if (place.isPresent()) {
      addBinsOf(directory, place.get(), bins);
      for (PlaceGroup group : directory.placeGroupsOf(place.get())) {
        addBinsOf(directory, group.id(), bins);
      }
    }
    return bins;
  }

  private static void addBinsOf(Directory directory, OwnerId owner, List<BinId> bins) {
    for (Workbin workbin : directory.workbinsFor(owner.kind())) {
      bins.add(new BinId(workbin.id(), owner));
    }
  }

  private static boolean exists(Directory directory, BinId bin) {
    return directory
            .workbin(bin.workbin())
            .filter(w -> w.ownerKind() == bin.owner().kind())
            .isPresent()
        && directory.nameOf(bin.owner()).isPresent();
  }

  /** Whether there could have been such a bin: a workbin that is there has owners of its kind. */
  private static boolean isGone(Directory directory, BinId bin) {
    return directory
        .workbin(bin.workbin())
        .filter(w -> w.ownerKind() != bin.owner().kind())
        .isEmpty();
  }

  private boolean supervises(Directory directory, UserId user, OwnerId owner) {
    return switch (owner) {
      case UserId agent -> managesGroupOf(directory, user, agent);
      case AgentGroupId group ->
          directory.agentGroup(group).filter(g -> g.managers().contains(user)).isPresent();
      case PlaceId place ->
          seating.sitterAt(place).filter(s -> managesGroupOf(directory, user, s)).isPresent();
      case PlaceGroupId _ -> false;
    };
  }

  private static boolean managesGroupOf(Directory directory, UserId manager, UserId agent) {
    for (AgentGroup group : directory.groupsOf(agent)) {
      if (group.managers().contains(manager)) {
        return true;
      }
    }
    return false;
  }

  private boolean belongs(Directory directory, UserId user, OwnerId owner) {
    return switch (owner) {
      case UserId agent -> agent.equals(user);
      case AgentGroupId group ->
          directory.agentGroup(group).filter(g -> g.members().contains(user)).isPresent();
      case PlaceId place -> seating.placeOf(user).filter(place::equals).isPresent();
      case PlaceGroupId group ->
          directory
              .placeGroup(group)
              .filter(g -> seating.placeOf(user).filter(g.places()::contains).isPresent())
              .isPresent();
    };
  }
}
