package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.directory.Directory;
import org.openworkbin.http.MessageText;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.interaction.BinNames;
import org.openworkbin.interaction.InteractionJson;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Interaction.Placement;
import tools.jackson.core.JsonGenerator;

/**
 * The messages on {@code /v2/me/workbins} ({@code spec/workbins.md} 7). Each text is the whole
 * {@code data} of a message; {@code revision} is our one addition to the contract's members.
 */
final class WorkbinMessageJson {

  private WorkbinMessageJson() {}

  /** An interaction came into a bin. */
  static String added(Interaction item, BinChange change, Directory directory) {
    return placed("ItemAdded", item, change, directory);
  }

  /** What an interaction in a bin holds was changed; an addition of ours. */
  static String updated(Interaction item, BinChange change, Directory directory) {
    return placed("ItemUpdated", item, change, directory);
  }

  private static String placed(
      String action, Interaction item, BinChange change, Directory directory) {
    return MessageText.of(out -> {
      writeHead(out, action, change, directory);
      out.writeNumberProperty("priority", item.content().priority());
      item.placement().ifPresent(placement -> writePlacement(out, placement));
      writeItem(out, item, change.bin(), directory);
    });
  }

  /** Where it stands among those of its priority. */
  private static void writePlacement(JsonGenerator out, Placement placement) {
    out.writeNumberProperty("placeSeq", placement.seq());
    out.writeStringProperty("placedAt", placement.at().toString());
  }

  /** An interaction left a bin; it looks as it did while it lay there. */
  static String removed(Interaction item, BinChange change, Directory directory) {
    return MessageText.of(out -> {
      writeHead(out, "ItemRemoved", change, directory);
      writeItem(out, item, change.bin(), directory);
    });
  }

  /**
   * How a subscription stands: {@code Subscribed}, {@code Unsubscribed} or {@code RequestFailed}.
   */
  static String subscription(SubscriptionState state, Directory directory) {
    return MessageText.of(out -> {
      out.writeStringProperty("messageType", "WorkbinSubscriptionStateChangeMessage");
      state.workbin().ifPresent(workbin -> out.writeStringProperty("id", workbin.value()));
      state.bin().ifPresent(bin -> writeOwner(out, bin, state.namesAgent(), directory));
      out.writeStringProperty("stateResource", state.stateResource());
      if (state.revision().isPresent()) {
        out.writeNumberProperty("revision", state.revision().get());
      }
      if (state.referenceId().isPresent()) {
        out.writeNumberProperty("referenceId", state.referenceId().get());
      }
    });
  }

  private static void writeHead(
      JsonGenerator out, String action, BinChange change, Directory directory) {
    out.writeStringProperty("messageType", "WorkbinStateChangeMessage");
    out.writeStringProperty("action", action);
    out.writeStringProperty("id", change.bin().workbin().value());
    writeOwner(out, change.bin(), change.namesAgent(), directory);
    out.writeNumberProperty("revision", change.revision());
  }

  private static void writeItem(
      JsonGenerator out, Interaction item, BinId bin, Directory directory) {
    out.writeName(MediumTerms.of(item.medium()).stateResourceKey());
    InteractionJson.writePushed(out, item, BinNames.of(bin, directory));
  }

  /** A group is named by its name; an agent by his id, to his supervisors alone; a place never. */
  private static void writeOwner(
      JsonGenerator out, BinId bin, boolean namesAgent, Directory directory) {
    switch (bin.owner()) {
      case AgentGroupId group ->
          out.writeStringProperty("agentGroup", directory.nameOf(group).orElse(group.value()));
      case PlaceGroupId group ->
          out.writeStringProperty("placeGroup", directory.nameOf(group).orElse(group.value()));
      case UserId agent -> {
        if (namesAgent) {
          out.writeStringProperty("workbinUserId", agent.value());
        }
      }
      case PlaceId _ -> {}
    }
  }

  /**
   * A change of a bin as one kind of audience is told of it.
   *
   * @param revision the bin's revision after it
   * @param namesAgent whether the owner is named where he is an agent: his supervisors are told
   */
  record BinChange(BinId bin, long revision, boolean namesAgent) {}

  /**
   * How a subscription stands.
   *
   * @param workbin the workbin that it is for; empty where the request meant all of them
   * @param bin the bin that it is for; empty where the request meant none
   * @param revision the bin's revision from which on the subscriber is told; empty when it ended
   * @param referenceId of the request that led to it; empty where none did
   */
  record SubscriptionState(
      Optional<WorkbinId> workbin,
      Optional<BinId> bin,
      boolean namesAgent,
      String stateResource,
      Optional<Long> revision,
      Optional<Long> referenceId) {}
}
