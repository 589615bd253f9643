package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** An agent of the demo at work: what he sends, and what he is. */
record Desk(DemoServer demo, String user) {

  TestClient client() {
    return demo.client(user);
  }

  /** Begins his session on these channels. */
  Reply start(String... channels) {
    return client()
        .post(
            "/api/v2/me",
            "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"%s\"]}"
                .formatted(String.join("\",\"", channels)));
  }

  /** Begins it on that place, on every channel. */
  Reply startAt(String place) {
    return client()
        .post(
            "/api/v2/me",
            "{\"operationName\":\"StartContactCenterSession\",\"place\":\"%s\"}".formatted(place));
  }

  Reply end() {
    return on("/me", "EndContactCenterSession");
  }

  /** Sends an operation without parameters. */
  Reply on(String path, String operation) {
    return client().post("/api/v2" + path, "{\"operationName\":\"" + operation + "\"}");
  }

  /** The same, which has to be done. */
  void does(String path, String operation) {
    Reply reply = on(path, operation);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"statusCode\":0}");
  }

  /** The display name of what he is on that channel. */
  String is(String channel) {
    return channel(channel).path("userState").path("displayName").asString("");
  }

  JsonNode channel(String channel) {
    return client().get("/api/v2/me/channels/" + channel).json().path("channel");
  }
}
