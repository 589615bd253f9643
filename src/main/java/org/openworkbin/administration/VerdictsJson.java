package org.openworkbin.administration;

import java.util.List;
import org.openworkbin.center.Verdict;
import tools.jackson.core.JsonGenerator;

/**
 * What an import made of each thing of a file, on the wire.
 *
 * @param preview whether it only would do so
 */
record VerdictsJson(List<Verdict> verdicts, boolean preview) {

  void write(JsonGenerator json) {
    json.writeBooleanProperty("preview", preview);
    json.writeName("verdicts");
    json.writeStartArray();
    for (Verdict verdict : verdicts) {
      json.writeStartObject();
      json.writeStringProperty("kind", verdict.kind());
      json.writeStringProperty("name", verdict.name());
      json.writeStringProperty("verdict", word(verdict));
      if (!verdict.added() && !verdict.isUnchanged()) {
        json.writeName("differences");
        json.writeStartArray();
        verdict.differences().forEach(json::writeString);
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String word(Verdict verdict) {
    if (verdict.added()) {
      return "added";
    }
    return verdict.isUnchanged() ? "unchanged" : "changed";
  }
}
