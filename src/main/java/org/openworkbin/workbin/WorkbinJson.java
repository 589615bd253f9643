package org.openworkbin.workbin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import org.openworkbin.interaction.BinNames;
import org.openworkbin.interaction.InteractionJson;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import tools.jackson.core.JsonGenerator;

/**
 * A workbin on the wire, with and without its content ({@code spec/workbins.md} 3 and 13). Content
 * is one array for each medium that has some; a medium without content has no key. {@code
 * revision}, {@code itemCount} and, in a page, {@code order} are our additions.
 *
 * @param fields which members of the definition are wanted
 */
record WorkbinJson(ExternalUrl url, Selection fields) {

  /** The links of workbins, as a list answers them that is not asked for {@code fields}. */
  Members uris(Collection<Workbin> workbins) {
    return out -> {
      out.writeName("uris");
      out.writeStartArray();
      workbins.forEach(workbin -> out.writeString(uri(workbin)));
      out.writeEndArray();
    };
  }

  /** Several workbins as an array. */
  Members list(Collection<? extends View> views) {
    return out -> {
      out.writeName("workbins");
      out.writeStartArray();
      views.forEach(view -> write(out, view));
      out.writeEndArray();
    };
  }

  /** Several workbins that were asked for by id: an object with the ids as keys, as recorded. */
  Members byId(Collection<? extends View> views) {
    return out -> {
      out.writeName("workbins");
      out.writeStartObject();
      for (View view : views) {
        out.writeName(view.workbin().id().value());
        write(out, view);
      }
      out.writeEndObject();
    };
  }

  /** One workbin. */
  Members one(View view) {
    return out -> {
      out.writeName("workbin");
      write(out, view);
    };
  }

  private void write(JsonGenerator out, View view) {
    out.writeStartObject();
    writeDefinition(out, view.workbin());
    switch (view) {
      case View.Definition _ -> {}
      case View.Part(Workbin _, BinNames names, Bins.Page page) -> writePage(out, page, names);
      case View.Whole whole -> {
        ContentWriter writer = new ContentWriter(out, whole.names());
        whole.bins().read(whole.bin(), whole.media(), writer);
        writer.end();
      }
    }
    out.writeEndObject();
  }

  /** {@code name} and {@code workbinName} are the same; the id is always there. */
  private void writeDefinition(JsonGenerator out, Workbin workbin) {
    out.writeStringProperty("id", workbin.id().value());
    writeIfWanted(out, "name", workbin.name());
    writeIfWanted(out, "workbinName", workbin.name());
    writeIfWanted(out, "displayName", workbin.displayName());
    writeIfWanted(out, "uri", uri(workbin));
    writeIfWanted(out, "type", workbin.ownerKind().wireName());
  }

  private void writeIfWanted(JsonGenerator out, String name, String value) {
    if (fields.isEmpty() || fields.has(name)) {
      out.writeStringProperty(name, value);
    }
  }

  /** Always the global form, also when asked through {@code /me}. */
  private String uri(Workbin workbin) {
    return url.uri("/workbins/" + workbin.id().value());
  }

  private static void writeState(JsonGenerator out, BinState state) {
    out.writeNumberProperty("revision", state.revision());
    out.writeNumberProperty("itemCount", state.itemCount());
  }

  /** Grouped by medium as the contract wants it, and {@code order}, the ids in bin order. */
  private static void writePage(JsonGenerator out, Bins.Page page, BinNames names) {
    writeState(out, page.state());
    Map<Medium, List<Interaction>> byMedium = new EnumMap<>(Medium.class);
    page.items()
        .forEach(item -> byMedium.computeIfAbsent(item.medium(), _ -> new ArrayList<>()).add(item));
    ContentWriter writer = new ContentWriter(out, names);
    byMedium.values().forEach(items -> items.forEach(writer::item));
    writer.end();
    out.writeName("order");
    out.writeStartArray();
    page.items().forEach(item -> out.writeString(item.id().value()));
    out.writeEndArray();
  }

  /**
   * Writes content that comes medium by medium, array by array; holds one interaction at a time.
   */
  private static final class ContentWriter implements Bins.ContentReader {
    private final JsonGenerator out;
    private final BinNames names;
    private Medium medium = Medium.CHAT;
    private boolean inArray;

    ContentWriter(JsonGenerator out, BinNames names) {
      this.out = out;
      this.names = names;
    }

    @Override
    public void start(BinState state) {
      writeState(out, state);
    }

    @Override
    public void item(Interaction item) {
      if (!inArray || medium != item.medium()) {
        end();
        medium = item.medium();
        inArray = true;
        out.writeName(MediumTerms.of(medium).collection());
        out.writeStartArray();
      }
      InteractionJson.writeListed(out, item, names);
    }

    void end() {
      if (inArray) {
        out.writeEndArray();
        inArray = false;
      }
    }
  }
}
