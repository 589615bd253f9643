package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A client's picture of a bin: what it read once, and every change since then applied to it as
 * {@code docs/extensions.md} says.
 */
final class Mirror {
  private static final Comparator<Item> BIN_ORDER =
      Comparator.comparingLong((Item item) -> -item.priority)
          .thenComparingLong(Item::placeSeq)
          .thenComparing(Item::id);

  private final List<Item> items = new ArrayList<>();
  private long revision;

  private Mirror(long revision) {
    this.revision = revision;
  }

  /** The picture of a bin that was read in bin order. */
  static Mirror of(JsonNode workbin) {
    Mirror mirror = new Mirror(workbin.get("revision").longValue());
    workbin.forEach(member -> {
      if (member.isArray()) {
        member.valueStream().filter(JsonNode::isObject).map(Item::read).forEach(mirror.items::add);
      }
    });
    mirror.items.sort(BIN_ORDER);
    return mirror;
  }

  /** Applies one change, which has to be the next one. */
  void apply(JsonNode change) {
    assertThat(change.get("messageType").stringValue()).isEqualTo("WorkbinStateChangeMessage");
    assertThat(change.get("revision").longValue()).as("the next revision").isEqualTo(revision + 1);
    revision++;
    String id = resource(change).get("id").stringValue();
    boolean was = items.removeIf(item -> item.id.equals(id));
    switch (change.get("action").stringValue()) {
      case "ItemUpdated" -> {
        assertThat(was).as(id + " was there").isTrue();
        add(new Item(id, change.get("priority").longValue(), change.get("placeSeq").longValue()));
      }
      case "ItemRemoved" -> assertThat(was).as(id + " was there").isTrue();
      case "ItemAdded" -> {
        assertThat(was).as(id + " was there").isFalse();
        add(new Item(id, change.get("priority").longValue(), change.get("placeSeq").longValue()));
      }
      default -> throw new AssertionError(change);
    }
  }

  private void add(Item item) {
    items.add(item);
    items.sort(BIN_ORDER);
  }

  private static JsonNode resource(JsonNode change) {
    return change.propertyNames().stream()
        .filter(name -> name.endsWith("StateResourceV2"))
        .map(change::get)
        .findFirst()
        .orElseThrow();
  }

  long revision() {
    return revision;
  }

  /** Fails unless this is what lies in the bin. */
  void assertShows(JsonNode workbin) {
    assertThat(revision).isEqualTo(workbin.get("revision").longValue());
    assertThat(items)
        .extracting(Item::id)
        .containsExactlyElementsOf(Calls.texts(workbin.get("order")));
    assertThat(workbin.get("itemCount").intValue()).isEqualTo(items.size());
  }

  private record Item(String id, long priority, long placeSeq) {

    static Item read(JsonNode item) {
      JsonNode userData = item.get("userData");
      return new Item(
          item.get("id").stringValue(),
          userData.path("Priority").asLong(0),
          Long.parseLong(userData.get("PlaceInQueueSeq").stringValue()));
    }
  }
}
