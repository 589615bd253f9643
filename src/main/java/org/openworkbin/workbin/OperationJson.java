package org.openworkbin.workbin;

import java.util.Map;
import org.openworkbin.http.Members;
import org.openworkbin.interaction.Result;
import org.openworkbin.ledger.Location;

/** What operations are answered with beside the status: their numbers, and replayed changes. */
final class OperationJson {

  private OperationJson() {}

  /** One number for each workbin of an operation over several. */
  static Members referenceIds(Map<String, Long> byWorkbin) {
    return out -> {
      out.writeName("referenceIds");
      out.writeStartObject();
      byWorkbin.forEach(out::writeNumberProperty);
      out.writeEndObject();
    };
  }

  /** By which number an interaction is held, where that is what came of it. */
  static Members hold(Result.Done done) {
    return out ->
        done.entry()
            .filter(entry -> entry.to() instanceof Location.Hand)
            .ifPresent(entry -> out.writeNumberProperty("hold", entry.interaction().hold()));
  }

  /** Changes of a bin; each is the {@code data} of a push message. */
  static Members replay(BinChanges.Replay replay) {
    return out -> {
      out.writeNumberProperty("revision", replay.state().revision());
      out.writeNumberProperty("itemCount", replay.state().itemCount());
      out.writeBooleanProperty("more", replay.more());
      out.writeName("changes");
      out.writeStartArray();
      replay.messages().forEach(out::writeRawValue);
      out.writeEndArray();
    };
  }
}
