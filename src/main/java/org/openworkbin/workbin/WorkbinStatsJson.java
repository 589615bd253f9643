package org.openworkbin.workbin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.MessageText;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;
import tools.jackson.core.JsonGenerator;

/**
 * The two bodies of a {@code WorkbinStatsMessage} ({@code spec/workbins.md} 7.3); the capitals are
 * the contract's. Each text is the whole {@code data} of a message.
 */
final class WorkbinStatsJson {

  private WorkbinStatsJson() {}

  /** Of bins of one workbin, by owner. */
  static String ofWorkbin(
      Workbin workbin, List<Bins.Times> bins, Directory directory, long referenceId) {
    return MessageText.of(out -> {
      writeHead(out, referenceId);
      out.writeStringProperty("id", workbin.id().value());
      out.writeStringProperty("workbinType", workbin.ownerKind().wireName());
      out.writeObjectPropertyStart("workbinStats");
      for (Bins.Times times : bins) {
        out.writeObjectPropertyStart(owner(times.state().bin().owner(), directory));
        out.writeNumberProperty("NumberOfInteractions", times.state().itemCount());
        times.oldest().ifPresent(at -> out.writeStringProperty("MinMovedToQueueAt", seconds(at)));
        times.newest().ifPresent(at -> out.writeStringProperty("MaxMovedToQueueAt", seconds(at)));
        out.writeEndObject();
      }
      out.writeEndObject();
    });
  }

  /** Of the workbins of one owner, by workbin. */
  static String ofOwner(List<Bins.Times> bins, Directory directory, long referenceId) {
    return MessageText.of(out -> {
      writeHead(out, referenceId);
      out.writeObjectPropertyStart("workbinStats");
      for (Bins.Times times : bins) {
        OwnerId owner = times.state().bin().owner();
        out.writeObjectPropertyStart(times.state().bin().workbin().value());
        out.writeNumberProperty("Count", times.state().itemCount());
        out.writeStringProperty("Owner", owner(owner, directory));
        out.writeStringProperty("Type", owner.kind().wireName());
        out.writeEndObject();
      }
      out.writeEndObject();
    });
  }

  private static void writeHead(JsonGenerator out, long referenceId) {
    out.writeStringProperty("messageType", "WorkbinStatsMessage");
    out.writeNumberProperty("referenceId", referenceId);
  }

  /** An agent by his id, everybody else by the name that requests name him by. */
  private static String owner(OwnerId owner, Directory directory) {
    return switch (owner) {
      case UserId agent -> agent.value();
      case AgentGroupId _, PlaceId _, PlaceGroupId _ ->
          directory.nameOf(owner).orElse(owner.value());
    };
  }

  /** ISO, UTC, whole seconds. */
  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
