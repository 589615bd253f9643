package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Queue;
import org.openworkbin.http.Members;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Histories.Passage;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Reason;
import tools.jackson.core.JsonGenerator;

/**
 * {@code history}: the steps of an interaction, each with when, why, by whom, whence and whither.
 */
final class HistoryJson {

  private HistoryJson() {}

  static Members of(List<Passage> passages, Directory directory) {
    return out -> {
      out.writeArrayPropertyStart("history");
      passages.forEach(passage -> write(out, passage, directory));
      out.writeEndArray();
    };
  }

  private static void write(JsonGenerator out, Passage passage, Directory directory) {
    out.writeStartObject();
    out.writeStringProperty("at", passage.entry().at().toString());
    out.writeStringProperty("reason", wireName(passage.entry().reason()));
    if (!passage.isHidden() && !Reasons.isTheServers(passage.entry().reason())) {
      PersonJson.write(out, "actor", passage.entry().actor(), directory);
    }
    out.writeName("from");
    location(out, passage.entry().from(), passage.fromSeen(), directory);
    out.writeName("to");
    location(out, passage.entry().to(), passage.toSeen(), directory);
    out.writeEndObject();
  }

  private static void location(
      JsonGenerator out, Location location, Optional<Boolean> seen, Directory directory) {
    out.writeStartObject();
    switch (location) {
      case Location.Bin(BinId bin) -> {
        out.writeStringProperty("kind", seen.orElse(false) ? "bin" : "hidden");
        if (seen.orElse(false)) {
          bin(out, bin, directory);
        }
      }
      case Location.Hand(UserId agent) -> {
        out.writeStringProperty("kind", "hand");
        PersonJson.write(out, "agent", agent, directory);
      }
      case Location.Offer(UserId agent, UserId _) -> {
        out.writeStringProperty("kind", "offer");
        PersonJson.write(out, "agent", agent, directory);
      }
      case Location.Queue(QueueId queue) -> {
        out.writeStringProperty("kind", "queue");
        out.writeStringProperty(
            "queue", directory.queue(queue).map(Queue::name).orElse(queue.value()));
      }
      case Location.Ended(Location.Ending how) -> {
        out.writeStringProperty("kind", "ended");
        out.writeStringProperty("state", how.wireName());
      }
      case Location.Nowhere _ -> out.writeStringProperty("kind", "nowhere");
    }
    out.writeEndObject();
  }

  private static void bin(JsonGenerator out, BinId bin, Directory directory) {
    out.writeObjectPropertyStart("workbin");
    out.writeStringProperty("id", bin.workbin().value());
    directory
        .workbin(bin.workbin())
        .ifPresent(workbin -> {
          out.writeStringProperty("name", workbin.name());
          out.writeStringProperty("displayName", workbin.displayName());
        });
    out.writeEndObject();
    owner(out, bin.owner(), directory);
  }

  private static void owner(JsonGenerator out, OwnerId owner, Directory directory) {
    String name = directory.nameOf(owner).orElse(owner.value());
    switch (owner) {
      case AgentGroupId _ -> out.writeStringProperty("agentGroup", name);
      case PlaceGroupId _ -> out.writeStringProperty("placeGroup", name);
      case UserId agent -> PersonJson.write(out, "owner", agent, directory);
      case PlaceId _ -> out.writeStringProperty("place", name);
    }
  }

  /** Where media messages tell a reason it has the same name here. */
  private static String wireName(Reason reason) {
    return switch (reason) {
      case CREATE -> "Create";
      case ADD -> "Add";
      case PULL -> "Pull";
      case MOVE -> "Move";
      case COMPLETE -> "Complete";
      case IMPORT -> "Import";
      case RELEASE -> "Release";
      case LEASE_ENDED -> "LeaseEnded";
      case HOLDER_GONE -> "HolderDisabled";
      case SESSION_ENDED -> "SessionEnded";
      case TRANSFER -> "Transfer";
      case ACCEPT -> "Accept";
      case REJECT -> "OfferRejected";
      case OFFER_ENDED -> "OfferEnded";
      case EDIT -> "Update";
      case CANCEL -> "Cancel";
      case SEND -> "Send";
      case TAKE_BACK -> "TakenBack";
      case UNDO -> "Undo";
    };
  }
}
