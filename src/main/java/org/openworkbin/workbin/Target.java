package org.openworkbin.workbin;

import java.util.List;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.refusal.Refusal;

/** The bins that a request means. */
sealed interface Target {

  /** The workbin whose bins are meant. */
  Workbin workbin();

  /** The one bin that is meant; refused where it takes an owner's name to tell which. */
  default BinId only() {
    return switch (this) {
      case One(Workbin _, BinId bin) -> bin;
      case Any(Workbin workbin, List<BinId> _) ->
          throw new Refusal.Missing(parameter(workbin.ownerKind())).asException();
    };
  }

  private static String parameter(OwnerKind kind) {
    return switch (kind) {
      case AGENT_GROUP -> "agentGroup";
      case PLACE_GROUP -> "placeGroup";
      case AGENT, PLACE -> "place";
    };
  }

  /** Exactly one bin. */
  record One(Workbin workbin, BinId bin) implements Target {}

  /** No owner was named, and the caller has none or several of the kind: any of these bins. */
  record Any(Workbin workbin, List<BinId> bins) implements Target {
    public Any {
      bins = List.copyOf(bins);
    }
  }
}
