package org.openworkbin.interaction;

import java.util.List;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.MessageText;
import org.openworkbin.http.ObjectText;
import org.openworkbin.http.Selection;
import org.openworkbin.ledger.Interaction;
import tools.jackson.core.JsonGenerator;

/** What is read on the resources of the media: one interaction, a list of them, or their links. */
final class MediaJson {

  private MediaJson() {}

  /** One, under the name of its medium. */
  static Members one(Shown shown, Selection fields) {
    return out -> {
      out.writeName(MediumTerms.of(shown.item().medium()).singular());
      write(out, shown, fields);
    };
  }

  /** Several of a medium, under the name of its collection. */
  static Members list(MediumTerms terms, List<Shown> shown, Selection fields) {
    return out -> {
      out.writeName(terms.collection());
      out.writeStartArray();
      shown.forEach(each -> write(out, each, fields));
      out.writeEndArray();
    };
  }

  /** Several, whole, under that name. */
  static Members list(String name, List<Shown> shown) {
    return out -> {
      out.writeName(name);
      out.writeStartArray();
      shown.forEach(each -> write(out, each));
      out.writeEndArray();
    };
  }

  /** The links of several, as a list answers them that is not asked for {@code fields}. */
  static Members uris(List<Interaction> items, ExternalUrl url) {
    return out -> {
      out.writeName("uris");
      out.writeStartArray();
      items.forEach(item -> out.writeString(url.uri(MediumTerms.of(item.medium()).pathOf(item))));
      out.writeEndArray();
    };
  }

  private static void write(JsonGenerator out, Shown shown, Selection fields) {
    if (fields.isEmpty() || fields.all()) {
      write(out, shown);
      return;
    }
    String whole =
        MessageText.of(json -> {
          json.writeName("item");
          write(json, shown);
        });
    out.writeRawValue(ObjectText.parse(whole).object("item").only(fields).toString());
  }

  /** What is parked looks as it does in the content of its bin. */
  private static void write(JsonGenerator out, Shown shown) {
    Standing standing = shown.standing();
    if (standing.state() == State.IN_WORKBIN) {
      InteractionJson.writeListed(out, shown.item(), standing.bin().orElseThrow());
    } else {
      InteractionJson.writeStanding(out, shown.item(), standing);
    }
  }

  /** An interaction and how it stands for the one who reads it. */
  record Shown(Interaction item, Standing standing) {}
}
