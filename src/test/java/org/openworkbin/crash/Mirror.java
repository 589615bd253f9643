package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.openworkbin.testing.TestClient;
import tools.jackson.databind.JsonNode;

/** A client's copy of the shared bin, kept up to date with nothing but its changes. */
final class Mirror {
  private final Set<String> content = new HashSet<>();
  private long revision;

  /** Applies what happened since the last time, and compares with a fresh snapshot. */
  void catchUp(String url) {
    TestClient client = TestClient.of(url).as(Shift.name(0), "demo");
    JsonNode page;
    do {
      page = client.get(Shift.sharedBin("/changes") + "&since=" + revision).json();
      page.required("changes").forEach(this::apply);
    } while (page.required("more").booleanValue());

    JsonNode fresh = client.get(Shift.sharedBin("") + "&subresources=*").json().required("workbin");
    Set<String> items = new HashSet<>();
    fresh.path("workitems").forEach(item -> items.add(item.required("id").stringValue()));
    assertThat(content).isEqualTo(items);
    assertThat(fresh.required("revision").longValue()).isEqualTo(revision);
    assertThat(fresh.required("itemCount").intValue()).isEqualTo(items.size());
  }

  private void apply(JsonNode change) {
    assertThat(change.required("revision").longValue()).isEqualTo(++revision);
    String item = change.required("workitemStateResourceV2").required("id").stringValue();
    boolean changed =
        switch (change.required("action").stringValue()) {
          case "ItemAdded" -> content.add(item);
          case "ItemRemoved" -> content.remove(item);
          default -> false;
        };
    assertThat(changed).as("%s fits", change).isTrue();
  }
}
