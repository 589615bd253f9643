package org.openworkbin.workbin;

import java.util.List;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.id.BinId;
import org.openworkbin.workbin.OrphanedBins.Orphan;
import tools.jackson.core.JsonGenerator;

/**
 * Orphaned bins on the wire: workbins as a list shows them, each with the owner, why nobody comes
 * to the bin, and its counters. The link of each leads to its content.
 */
record OrphanedJson(ExternalUrl url, List<Orphan> orphans) {

  /** The array of them. */
  Members list() {
    return out -> {
      out.writeName("workbins");
      out.writeStartArray();
      orphans.forEach(orphan -> write(out, orphan));
      out.writeEndArray();
    };
  }

  private void write(JsonGenerator out, Orphan orphan) {
    BinId bin = orphan.times().state().bin();
    out.writeStartObject();
    out.writeStringProperty("id", bin.workbin().value());
    out.writeStringProperty("name", orphan.workbin().name());
    out.writeStringProperty("workbinName", orphan.workbin().name());
    out.writeStringProperty("displayName", orphan.workbin().displayName());
    out.writeStringProperty(
        "uri", url.uri("/workbins/" + bin.workbin().value() + "?owner=" + bin.owner().value()));
    out.writeStringProperty("type", bin.owner().kind().wireName());
    out.writeStringProperty("owner", bin.owner().value());
    orphan.ownerName().ifPresent(name -> out.writeStringProperty("ownerName", name));
    out.writeStringProperty("reason", orphan.why().wireName());
    ContentJson.writeState(out, orphan.times().state(), orphan.times().oldest());
    out.writeEndObject();
  }
}
