package org.openworkbin.workbin;

import java.util.Collection;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import org.openworkbin.interaction.MediumTerms;
import tools.jackson.core.JsonGenerator;

/**
 * A workbin on the wire, with and without its content ({@code spec/workbins.md} 3 and 13). Content
 * is one array for each medium that has some; a medium without content has no key.
 *
 * @param subject whose workbins they are, for their links
 * @param fields which members of the definition are wanted
 */
record WorkbinJson(ExternalUrl url, Subject subject, Selection fields) {

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

  /**
   * One medium of a workbin: the array at the top, which is there even when it is empty, and the
   * workbin with the same array, which is not. Clients of both forms exist.
   */
  Members medium(View view, MediumTerms terms) {
    return out -> {
      switch (view) {
        case View.Definition _ -> writeMedium(out, view, terms, _ -> {}, _ -> {});
        case View.Part part ->
            writeMedium(
                out,
                view,
                terms,
                array -> ContentJson.writeItems(array, part),
                workbin -> ContentJson.writePart(workbin, part));
        case View.Whole whole ->
            whole
                .look()
                .at(bin ->
                    writeMedium(
                        out,
                        view,
                        terms,
                        array -> ContentJson.writeItems(array, whole, bin),
                        workbin -> ContentJson.writeWhole(workbin, whole, bin)));
      }
    };
  }

  private void writeMedium(
      JsonGenerator out, View view, MediumTerms terms, Members items, Members content) {
    out.writeName(terms.collection());
    out.writeStartArray();
    items.write(out);
    out.writeEndArray();
    out.writeName("workbin");
    out.writeStartObject();
    writeDefinition(out, view.workbin());
    content.write(out);
    out.writeEndObject();
  }

  private void write(JsonGenerator out, View view) {
    out.writeStartObject();
    writeDefinition(out, view.workbin());
    switch (view) {
      case View.Definition _ -> {}
      case View.Part part -> ContentJson.writePart(out, part);
      case View.Whole whole -> whole.look().at(bin -> ContentJson.writeWhole(out, whole, bin));
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

  private String uri(Workbin workbin) {
    return url.uri(subject.path() + "/workbins/" + workbin.id().value());
  }
}
