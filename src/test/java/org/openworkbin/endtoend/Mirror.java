package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A client's picture of a bin: what it read once, and every change since then applied to it as
 * {@code docs/extensions.md} says.
 */
final class Mirror {
  private final List<Item> items = new ArrayList<>();
  private long revision;

  private Mirror(long revision) {
    this.revision = revision;
  }

  /** The picture of a bin that was read in bin order. */
  static Mirror of(JsonNode workbin) {
    Mirror mirror = new Mirror(workbin.get("revision").longValue());
    Map<String, Long> priorities = new HashMap<>();
    workbin.forEach(member -> {
      if (member.isArray()) {
        member.forEach(item ->
            priorities.put(
                item.path("id").asString(""), item.path("userData").path("Priority").asLong(0)));
      }
    });
    for (String id : Calls.texts(workbin.get("order"))) {
      mirror.items.add(new Item(id, priorities.get(id)));
    }
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
      case "ItemRemoved" -> assertThat(was).as(id + " was there").isTrue();
      case "ItemAdded" -> {
        assertThat(was).as(id + " was there").isFalse();
        insert(new Item(id, change.get("priority").longValue()));
      }
      default -> throw new AssertionError(change);
    }
  }

  /** Behind all of the same priority. */
  private void insert(Item item) {
    int position = items.size();
    while (position > 0 && items.get(position - 1).priority < item.priority) {
      position--;
    }
    items.add(position, item);
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

  private record Item(String id, long priority) {}
}
