package org.openworkbin.administration;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openworkbin.directory.AuditEntry;
import tools.jackson.core.JsonGenerator;

/**
 * Entries of the audit trail on the wire.
 *
 * @param more whether there may be older ones
 */
record AuditJson(List<AuditEntry> entries, boolean more) {
  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx", Locale.ROOT);

  void write(JsonGenerator json) {
    json.writeName("entries");
    json.writeStartArray();
    entries.forEach(entry -> write(json, entry));
    json.writeEndArray();
    if (more && !entries.isEmpty()) {
      json.writeNumberProperty("next", entries.getLast().number());
    }
  }

  private static void write(JsonGenerator json, AuditEntry entry) {
    json.writeStartObject();
    json.writeNumberProperty("number", entry.number());
    json.writeStringProperty("at", WIRE.format(entry.at().atOffset(ZoneOffset.UTC)));
    json.writeNumberProperty("version", entry.version());
    if (entry.author().user().isPresent()) {
      json.writeStringProperty("userId", entry.author().user().get().value());
    }
    json.writeStringProperty("author", entry.author().name());
    json.writeStringProperty("kind", entry.key().kind().noun().replace(' ', '-'));
    json.writeStringProperty("id", entry.key().id());
    json.writeStringProperty("name", entry.label());
    writeForm(json, "before", entry.before());
    writeForm(json, "after", entry.after());
    json.writeEndObject();
  }

  private static void writeForm(JsonGenerator json, String name, Optional<String> form) {
    if (form.isPresent()) {
      json.writeName(name);
      json.writeRawValue(form.get());
    }
  }
}
