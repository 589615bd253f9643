package org.openworkbin.proof.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.proof.history.Change;
import org.openworkbin.proof.history.Change.Action;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Place;
import org.openworkbin.proof.history.Told;
import tools.jackson.databind.JsonNode;

/** Reads what the server says, as far as the history wants to know it. */
final class Answers {
  private static final String RESOURCE = "StateResourceV2";
  private static final int IN_PART = 7;

  private Answers() {}

  /**
   * What a request was answered. One for several items is sent for one alone: what is said of that
   * one is the answer.
   */
  static Happening.Answered answered(long call, Reply reply, long at) {
    JsonNode failed = reply.json().path("failed");
    if (reply.code() != IN_PART || failed.size() != 1) {
      return new Happening.Answered(
          call, reply.status(), reply.code(), told(reply, reply.json()), at);
    }
    JsonNode part = failed.path(0);
    int code = part.path("statusCode").asInt(-1);
    return new Happening.Answered(call, status(code), code, told(reply, part), at);
  }

  private static int status(int code) {
    return switch (code) {
      case 4 -> 500;
      case 5 -> 403;
      case 6 -> 404;
      case 18, 19 -> 409;
      default -> 400;
    };
  }

  private static Told told(Reply reply, JsonNode json) {
    String item = reply.header("Workbin-Item");
    OptionalLong hold = Caller.number(reply, "Workbin-Hold");
    return new Told(
        number(json.path("referenceId")),
        Optional.of(item).filter(id -> !id.isEmpty()),
        hold,
        Optional.of(json.path("conflict")).filter(JsonNode::isObject).map(Answers::place),
        Optional.of(json.path("next").asString("")).filter(id -> !id.isEmpty()),
        json.has("refused"),
        31 * (31L * reply.text().hashCode() + item.hashCode()) + hold.orElse(0));
  }

  private static OptionalLong number(JsonNode node) {
    return node.isIntegralNumber() ? OptionalLong.of(node.longValue()) : OptionalLong.empty();
  }

  private static Place place(JsonNode conflict) {
    String holder = conflict.path("heldBy").path("userName").asString("");
    if (!holder.isEmpty()) {
      return new Place.Hand(holder);
    }
    return conflict.has("state") ? new Place.Ended() : new Place.Elsewhere();
  }

  static Happening.Snapshot snapshot(Reply reply, String agent, String bin, long askedAt, long at) {
    JsonNode workbin = reply.json().path("workbin");
    List<String> items = new ArrayList<>();
    workbin.path("order").forEach(id -> items.add(id.asString("")));
    return new Happening.Snapshot(
        agent,
        bin,
        workbin.path("revision").asLong(-1),
        items,
        workbin.path("itemCount").asLong(-1),
        !workbin.has("next"),
        askedAt,
        at);
  }

  static Happening.CaughtUp caughtUp(
      Reply reply, String agent, String bin, long since, long askedAt, long at) {
    JsonNode json = reply.json();
    List<Change> changes = new ArrayList<>();
    json.path("changes").forEach(change -> changes.add(change(change)));
    return new Happening.CaughtUp(
        agent,
        bin,
        since,
        changes,
        json.path("revision").asLong(-1),
        json.path("itemCount").asLong(-1),
        json.path("more").asBoolean(false),
        askedAt,
        at);
  }

  private static Change change(JsonNode data) {
    String item =
        data.propertyNames().stream()
            .filter(name -> name.endsWith(RESOURCE))
            .map(name -> data.path(name).path("id").asString(""))
            .findFirst()
            .orElse("");
    return new Change(
        data.path("revision").asLong(-1), action(data.path("action").asString("")), item);
  }

  /** The change that a message tells of. */
  static Change change(Map<String, Object> data) {
    String item =
        data.entrySet().stream()
            .filter(member -> member.getKey().endsWith(RESOURCE))
            .map(member -> text(member.getValue(), "id"))
            .findFirst()
            .orElse("");
    return new Change(number(data, "revision").orElse(-1), action(text(data, "action")), item);
  }

  private static Action action(String name) {
    return switch (name) {
      case "ItemAdded" -> Action.ADDED;
      case "ItemRemoved" -> Action.REMOVED;
      default -> Action.UPDATED;
    };
  }

  /** The text of a member, "" where there is none. */
  static String text(Object object, String member) {
    return object instanceof Map<?, ?> map && map.get(member) instanceof String text ? text : "";
  }

  /** The number of a member, where it has one. */
  static OptionalLong number(Object object, String member) {
    return object instanceof Map<?, ?> map && map.get(member) instanceof Number number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }
}
