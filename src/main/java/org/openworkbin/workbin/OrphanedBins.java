package org.openworkbin.workbin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * The bins that hold something and that nobody comes to any more: the owner or the workbin is no
 * longer in the directory, or the agent is disabled. For administrators, who find them here and
 * move what lies in them.
 */
@Service
final class OrphanedBins {
  private final Directories directories;
  private final Bins bins;

  OrphanedBins(Directories directories, Bins bins) {
    this.directories = directories;
    this.bins = bins;
  }

  /** All of them, the oldest bin first. */
  List<Orphan> all(UserId caller) {
    requireAdministrator(caller);
    Directory directory = directories.now();
    List<BinId> orphans =
        bins.occupied().stream()
            .map(BinState::bin)
            .filter(bin -> why(directory, bin).isPresent())
            .toList();
    return bins.times(orphans).values().stream()
        .filter(times -> times.state().itemCount() > 0)
        .map(times -> orphan(directory, times))
        .toList();
  }

  private static Orphan orphan(Directory directory, Bins.Times times) {
    BinId bin = times.state().bin();
    return new Orphan(
        workbin(directory, bin),
        directory.nameOf(bin.owner()),
        why(directory, bin).orElseThrow(),
        times);
  }

  /** A bin by the id of its owner, who may be gone, as may be the workbin. */
  Target.One find(UserId caller, String workbinId, String owner) {
    requireAdministrator(caller);
    Directory directory = directories.now();
    return candidates(directory, workbinId, owner)
        .filter(bin -> directory.has(bin) || bins.state(bin).revision() > 0)
        .findFirst()
        .map(bin -> new Target.One(workbin(directory, bin), bin))
        .orElseThrow(() -> new Refusal.Unknown("bin", workbinId + " of " + owner).asException());
  }

  /** What is gone does not say any more of which kind its owners were. */
  private static Stream<BinId> candidates(Directory directory, String workbinId, String owner) {
    if (!WorkbinId.isValid(workbinId) || !UserId.isValid(owner)) {
      return Stream.empty();
    }
    WorkbinId id = new WorkbinId(workbinId);
    return directory
        .workbin(id)
        .map(workbin -> Stream.of(workbin.ownerKind()))
        .orElseGet(() -> Arrays.stream(OwnerKind.values()))
        .map(kind -> new BinId(id, kind.owner(owner)));
  }

  private void requireAdministrator(UserId caller) {
    if (directories.now().user(caller).filter(User::isAdministrator).isEmpty()) {
      throw new Refusal.NotPermitted("bins by the id of their owner").asException();
    }
  }

  private static Optional<Why> why(Directory directory, BinId bin) {
    if (directory.workbin(bin.workbin()).isEmpty()) {
      return Optional.of(Why.WORKBIN_GONE);
    }
    if (directory.nameOf(bin.owner()).isEmpty()) {
      return Optional.of(Why.OWNER_GONE);
    }
    return bin.owner() instanceof UserId agent
        ? directory.user(agent).filter(user -> !user.enabled()).map(_ -> Why.AGENT_DISABLED)
        : Optional.empty();
  }

  /** The definition; where it is gone, one that has nothing but its id. */
  private static Workbin workbin(Directory directory, BinId bin) {
    String id = bin.workbin().value();
    return directory
        .workbin(bin.workbin())
        .orElseGet(() -> new Workbin(bin.workbin(), id, id, bin.owner().kind()));
  }

  /**
   * A bin that nobody comes to.
   *
   * @param ownerName empty where the owner is gone
   */
  record Orphan(Workbin workbin, Optional<String> ownerName, Why why, Bins.Times times) {}

  /** Why nobody comes to a bin. */
  enum Why {
    WORKBIN_GONE("WorkbinGone"),
    OWNER_GONE("OwnerGone"),
    AGENT_DISABLED("AgentDisabled");

    private final String wireName;

    Why(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }
}
