package org.openworkbin.supervision;

import org.openworkbin.directory.Directory;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.ObjectText;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.interaction.PersonJson;
import org.openworkbin.ledger.Content;
import org.openworkbin.supervision.TeamHands.Held;
import org.openworkbin.supervision.TeamHands.Holder;
import org.openworkbin.supervision.TeamHands.Team;
import tools.jackson.core.JsonGenerator;

/** {@code hands} on the wire: agents, each with what he has. */
record HandsJson(ExternalUrl url, Directory directory) {

  Members of(Team team) {
    return out -> {
      out.writeStringProperty("now", team.now().toString());
      out.writeNumberProperty("totalCount", team.total());
      out.writeArrayPropertyStart("hands");
      team.holders().forEach(holder -> write(out, holder));
      out.writeEndArray();
    };
  }

  private void write(JsonGenerator out, Holder holder) {
    out.writeStartObject();
    out.writeObjectPropertyStart("user");
    out.writeStringProperty("id", holder.user().id().value());
    PersonJson.writeNames(out, holder.user());
    out.writeStringProperty("uri", url.uri("/users/" + holder.user().id().value()));
    out.writeEndObject();
    out.writeArrayPropertyStart("items");
    holder.items().forEach(held -> write(out, held));
    out.writeEndArray();
    out.writeNumberProperty("hidden", holder.hidden());
    out.writeEndObject();
  }

  private void write(JsonGenerator out, Held held) {
    out.writeStartObject();
    out.writeStringProperty("id", held.item().id().value());
    out.writeStringProperty("medium", MediumTerms.of(held.item().medium()).singular());
    out.writeStringProperty("state", held.state().wireName());
    out.writeStringProperty("since", held.item().since().toString());
    out.writeNumberProperty("hold", held.item().hold());
    held.leaseUntil().ifPresent(end -> out.writeStringProperty("leaseUntil", end.toString()));
    held.from().ifPresent(bin -> BinJson.write(out, "from", bin, directory));
    subject(out, held.item().content());
    out.writeEndObject();
  }

  /** An e-mail has its subject among its members, everything else what was attached. */
  private static void subject(JsonGenerator out, Content content) {
    ObjectText.parse(content.attributes())
        .text("subject")
        .or(() -> ObjectText.parse(content.userData()).text("Subject"))
        .ifPresent(subject -> out.writeStringProperty("subject", subject));
  }
}
