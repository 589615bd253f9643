package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What tests want to know of the answers to reads. */
final class Replies {

  private Replies() {}

  /** The workbin in an answer that has to be one. */
  static JsonNode workbin(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().required("workbin");
  }

  /** The ids of what an array holds, in its order. */
  static List<String> ids(JsonNode array) {
    List<String> ids = new ArrayList<>();
    array.forEach(item -> ids.add(item.required("id").stringValue()));
    return ids;
  }

  /** The ids of a page in the order that was asked for. */
  static List<String> order(JsonNode workbin) {
    List<String> ids = new ArrayList<>();
    workbin.required("order").forEach(id -> ids.add(id.stringValue()));
    return ids;
  }

  /** The keys of the media that are shown. */
  static List<String> media(JsonNode workbin) {
    return workbin.properties().stream()
        .filter(entry -> entry.getValue().isArray() && !entry.getKey().equals("order"))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  static void assertRefused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
    assertThat(reply.json().required("statusMessage").stringValue()).isNotBlank();
  }
}
