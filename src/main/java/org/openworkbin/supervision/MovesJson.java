package org.openworkbin.supervision;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directory;
import org.openworkbin.http.Members;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.PersonJson;
import org.openworkbin.ledger.Location;
import tools.jackson.core.JsonGenerator;

/**
 * Moves of several items on the wire, for a reader who is told of nothing that he may not see now.
 */
record MovesJson(Directory directory, MoveSight sight, UserId reader) {

  /** What would become of items. */
  Members preview(List<BulkMove.Item> items, boolean more) {
    return out -> {
      boolean allGo = items.stream().allMatch(BulkMove.Item::isOpen);
      head(out, allGo);
      out.writeBooleanProperty("preview", true);
      out.writeBooleanProperty("more", more);
      out.writeArrayPropertyStart("succeeded");
      items.stream()
          .filter(BulkMove.Item::isOpen)
          .forEach(item -> succeeded(out, item, item.seen()));
      out.writeEndArray();
      failed(out, items.stream().filter(item -> !item.isOpen()).toList());
    };
  }

  /** What became of the items of a move. */
  Members done(BulkMove move) {
    return out -> {
      List<BulkMove.Item> moved = move.moved();
      head(out, moved.size() == move.items().size());
      out.writeBooleanProperty("preview", false);
      out.writeNumberProperty("referenceId", move.referenceId());
      if (!moved.isEmpty()) {
        out.writeStringProperty("move", move.id());
      }
      move.undoUntil().ifPresent(end -> out.writeStringProperty("undoUntil", end.toString()));
      out.writeBooleanProperty("more", move.more());
      out.writeArrayPropertyStart("succeeded");
      moved.forEach(item -> succeeded(out, item, item.hold().orElseThrow()));
      out.writeEndArray();
      failed(out, move.items().stream().filter(item -> item.hold().isEmpty()).toList());
    };
  }

  /** What became of the items of a move that was undone. */
  Members undone(BulkMove move) {
    List<BulkMove.Item> back =
        move.moved().stream().filter(item -> item.undoHold().isPresent()).toList();
    return out -> {
      head(out, back.size() == move.moved().size());
      out.writeNumberProperty(
          "referenceId", move.undoing().map(BulkMove.Undoing::referenceId).orElseThrow());
      out.writeStringProperty("move", move.id());
      out.writeArrayPropertyStart("succeeded");
      back.forEach(item -> succeeded(out, item, item.undoHold().orElseThrow()));
      out.writeEndArray();
      out.writeArrayPropertyStart("failed");
      move.moved().forEach(item -> item.undoRefusal().ifPresent(why -> part(out, item, why)));
      out.writeEndArray();
    };
  }

  /** {@code moves}: what was moved when by whom. */
  Members list(List<BulkMove> moves) {
    return out -> {
      out.writeArrayPropertyStart("moves");
      for (BulkMove move : moves) {
        out.writeStartObject();
        overview(out, move);
        out.writeEndObject();
      }
      out.writeEndArray();
    };
  }

  /** {@code move}: the same with each item. */
  Members one(BulkMove move) {
    return out -> {
      out.writeObjectPropertyStart("move");
      overview(out, move);
      out.writeArrayPropertyStart("items");
      move.items().forEach(item -> item(out, item));
      out.writeEndArray();
      out.writeEndObject();
    };
  }

  private static void head(JsonGenerator out, boolean all) {
    if (!all) {
      out.writeStringProperty("statusMessage", "Some parts of the request failed");
    }
  }

  private void overview(JsonGenerator out, BulkMove move) {
    out.writeStringProperty("id", move.id());
    out.writeStringProperty("at", move.at().toString());
    PersonJson.write(out, "by", move.by(), directory);
    move.comment().ifPresent(why -> out.writeStringProperty("comment", why));
    move.from().ifPresent(bin -> bin(out, "from", bin));
    bin(out, "to", move.to());
    out.writeNumberProperty("referenceId", move.referenceId());
    out.writeNumberProperty("count", move.moved().size());
    out.writeBooleanProperty("undone", move.undoing().isPresent());
    Optional<BulkMove.Undoing> undoing = move.undoing();
    if (undoing.isPresent()) {
      out.writeStringProperty("undoneAt", undoing.get().at().toString());
      PersonJson.write(out, "undoneBy", undoing.get().by(), directory);
    } else {
      move.undoUntil().ifPresent(end -> out.writeStringProperty("undoUntil", end.toString()));
    }
  }

  private void item(JsonGenerator out, BulkMove.Item item) {
    out.writeStartObject();
    out.writeStringProperty("id", item.id());
    out.writeBooleanProperty("moved", item.hold().isPresent());
    out.writeBooleanProperty("undone", item.undoHold().isPresent());
    origin(out, item);
    item.refusal().or(item::undoRefusal).ifPresent(why -> why(out, item, why));
    out.writeEndObject();
  }

  private void succeeded(JsonGenerator out, BulkMove.Item item, long hold) {
    out.writeStartObject();
    out.writeStringProperty("id", item.id());
    out.writeNumberProperty("statusCode", 0);
    out.writeNumberProperty("hold", hold);
    origin(out, item);
    out.writeEndObject();
  }

  private void failed(JsonGenerator out, List<BulkMove.Item> items) {
    out.writeArrayPropertyStart("failed");
    items.forEach(item -> part(out, item, item.refusal().orElse(Stay.CUT_OFF)));
    out.writeEndArray();
  }

  private void part(JsonGenerator out, BulkMove.Item item, Stay why) {
    out.writeStartObject();
    out.writeStringProperty("id", item.id());
    why(out, item, why);
    out.writeEndObject();
  }

  private void why(JsonGenerator out, BulkMove.Item item, Stay why) {
    out.writeRaw(',');
    out.writeRaw(sight.why(reader, item.id(), why));
  }

  private void origin(JsonGenerator out, BulkMove.Item item) {
    switch (item.from().orElse(new Location.Nowhere())) {
      case Location.Bin(BinId bin) -> bin(out, "from", bin);
      case Location.Hand(UserId agent) -> {
        if (sight.sees(reader, agent)) {
          PersonJson.write(out, "holder", agent, directory);
        }
      }
      case Location.Offer _, Location.Queue _, Location.Ended _, Location.Nowhere _ -> {}
    }
  }

  private void bin(JsonGenerator out, String name, BinId bin) {
    if (sight.sees(reader, bin)) {
      BinJson.write(out, name, bin, directory);
    }
  }
}
