package org.openworkbin.workbin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Right;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.BinNames;
import org.openworkbin.interaction.Features;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Reads workbins: which there are, and what lies in their bins. */
@Service
final class Workbins {
  private final Directories directories;
  private final Access access;
  private final Bins bins;
  private final BinContents contents;
  private final Features features;
  private final RightsInUse rights;

  Workbins(
      Directories directories,
      Access access,
      Bins bins,
      BinContents contents,
      Features features,
      RightsInUse rights) {
    this.directories = directories;
    this.access = access;
    this.bins = bins;
    this.contents = contents;
    this.features = features;
    this.rights = rights;
  }

  /** Every workbin of any kind of owner, by name. Definitions are no secret; content is. */
  Collection<Workbin> all() {
    features.requireResource();
    return directories.now().workbins();
  }

  /** Those that a single agent or place owns, by name. */
  List<Workbin> ofAgentsAndPlaces() {
    return all().stream()
        .filter(workbin ->
            workbin.ownerKind() == OwnerKind.AGENT || workbin.ownerKind() == OwnerKind.PLACE)
        .toList();
  }

  /**
   * What the caller is shown. One bin is refused where it is not for him; where none or several are
   * meant he is shown what the workbin is.
   */
  View view(UserId caller, Target target, Optional<ContentRequest> content) {
    return switch (target) {
      case Target.Any(Workbin workbin, List<BinId> _) -> new View.Definition(workbin);
      case Target.One(Workbin workbin, BinId bin) -> {
        requireSight(caller, bin);
        yield content
            .map(request -> view(caller, workbin, bin, request))
            .orElseGet(() -> new View.Definition(workbin));
      }
    };
  }

  /** The counters of a bin that the caller may see. */
  BinState state(UserId caller, BinId bin) {
    requireSight(caller, bin);
    return bins.state(bin);
  }

  /** The bins that are meant: one is refused where it is not for him, of several he gets his. */
  List<BinId> visible(UserId caller, Target target) {
    return switch (target) {
      case Target.One(Workbin _, BinId bin) -> {
        requireSight(caller, bin);
        yield List.of(bin);
      }
      case Target.Any(Workbin _, List<BinId> several) ->
          several.stream().filter(bin -> access.may(caller, Right.SEE, bin)).toList();
    };
  }

  void requireSight(UserId caller, BinId bin) {
    if (!access.may(caller, Right.SEE, bin)) {
      throw new Refusal.NotPermitted("this workbin").asException();
    }
  }

  /**
   * Holds the right to see a bin. A whole bin is read while its answer is written, after the call
   * was over that asked for it: whoever takes the right away meanwhile is answered before or after
   * the view was taken, never in between.
   */
  private Bins.Held sight(UserId caller, BinId bin) {
    RightsInUse.Use use = rights.begin();
    try {
      requireSight(caller, bin);
      return use::close;
    } catch (RuntimeException | Error e) {
      use.close();
      throw e;
    }
  }

  private View view(UserId caller, Workbin workbin, BinId bin, ContentRequest request) {
    BinNames names = BinNames.of(bin, directories.now());
    if (!request.isPart()) {
      return new View.Whole(
          workbin, names, bin, request, work -> bins.look(bin, () -> sight(caller, bin), work));
    }
    Bins.Page page = contents.page(bin, request);
    return new View.Part(
        workbin, names, page, contents.next(request, page.items()), request.fields());
  }
}
