package org.openworkbin.workbin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.http.Selection;
import org.openworkbin.interaction.BinNames;
import org.openworkbin.interaction.InteractionJson;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import tools.jackson.core.JsonGenerator;

/**
 * What lies in a bin, as members of its workbin: one array for each medium that has some, as the
 * contract wants it. {@code revision}, {@code itemCount} and {@code oldestPlacedAt}, and in a page
 * {@code order} and {@code next}, are our additions.
 */
final class ContentJson {

  private ContentJson() {}

  /** A page, grouped by medium, with the ids of its items in the order that was asked for. */
  static void writePart(JsonGenerator out, View.Part part) {
    writeState(out, part.page().state(), part.page().oldest());
    Map<Medium, List<Interaction>> byMedium = new EnumMap<>(Medium.class);
    List<Interaction> items = part.page().items();
    items.forEach(
        item -> byMedium.computeIfAbsent(item.medium(), _ -> new ArrayList<>()).add(item));
    Arrays arrays = new Arrays(out, part.names(), part.fields());
    byMedium.values().forEach(ofMedium -> ofMedium.forEach(arrays::write));
    arrays.end();
    out.writeName("order");
    out.writeStartArray();
    items.forEach(item -> out.writeString(item.id().value()));
    out.writeEndArray();
    part.next().ifPresent(next -> out.writeStringProperty("next", Cursor.of(next)));
  }

  /** The whole, medium by medium as it is read; holds one interaction at a time. */
  static void writeWhole(JsonGenerator out, View.Whole whole, BinView bin) {
    writeState(out, bin.state(), bin.oldest());
    Arrays arrays = new Arrays(out, whole.names(), whole.request().fields());
    for (Medium medium : whole.request().media()) {
      bin.read(
          medium,
          item -> {
            if (whole.request().criteria().test(item)) {
              arrays.write(item);
            }
          });
    }
    arrays.end();
  }

  /** The items of a page, into an array that is open. */
  static void writeItems(JsonGenerator out, View.Part part) {
    part.page()
        .items()
        .forEach(item -> InteractionJson.writeListed(out, item, part.names(), part.fields()));
  }

  /** All items, into an array that is open. */
  static void writeItems(JsonGenerator out, View.Whole whole, BinView bin) {
    ContentRequest request = whole.request();
    for (Medium medium : request.media()) {
      bin.read(
          medium,
          item -> {
            if (request.criteria().test(item)) {
              InteractionJson.writeListed(out, item, whole.names(), request.fields());
            }
          });
    }
  }

  static void writeState(JsonGenerator out, BinState state, Optional<Instant> oldest) {
    out.writeNumberProperty("revision", state.revision());
    out.writeNumberProperty("itemCount", state.itemCount());
    oldest.ifPresent(at -> out.writeStringProperty("oldestPlacedAt", at.toString()));
  }

  /** Writes items that come medium by medium, array by array. */
  private static final class Arrays {
    private final JsonGenerator out;
    private final BinNames names;
    private final Selection fields;
    private Medium medium = Medium.CHAT;
    private boolean inArray;

    Arrays(JsonGenerator out, BinNames names, Selection fields) {
      this.out = out;
      this.names = names;
      this.fields = fields;
    }

    void write(Interaction item) {
      if (!inArray || medium != item.medium()) {
        end();
        medium = item.medium();
        inArray = true;
        out.writeName(MediumTerms.of(medium).collection());
        out.writeStartArray();
      }
      InteractionJson.writeListed(out, item, names, fields);
    }

    void end() {
      if (inArray) {
        out.writeEndArray();
        inArray = false;
      }
    }
  }
}
