package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.Replies.assertRefused;
import static org.openworkbin.workbin.Replies.ids;
import static org.openworkbin.workbin.Replies.media;
import static org.openworkbin.workbin.Replies.workbin;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Feature;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

class FeaturesOffTest {
  private static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void aMediumThatIsOffIsNotShown() {
    have(Feature.CHAT, Feature.TWITTER);

    assertThat(media(workbin(get("/workbins/" + TEAM + "?subresources=*"))))
        .containsExactly("chats", "tweets");
    assertThat(media(workbin(get("/workbins/" + TEAM + "?subresources=emails,chats&limit=99"))))
        .containsExactly("chats");
    assertThat(get("/me/workbins/" + TEAM + "/chats").json().required("chats")).isNotEmpty();
    assertRefused(get("/me/workbins/" + TEAM + "/emails?fields=*"), 404, 6);
    JsonNode features = get("/me?subresources=features").json().required("user");
    assertThat(ids(features.required("features")))
        .containsExactly("api-multimedia-chat", "api-multimedia-twitter");
  }

  @Test
  void withoutAnyMediumThereAreNoWorkbins() {
    have();
    String ada = "/users/" + demo.user("ada").value();
    String subscribe = "{\"operationName\":\"Subscribe\"}";

    for (String path : List.of("", "/me", ada)) {
      assertRefused(get(path + "/workbins?fields=*"), 404, 6);
      assertRefused(get(path + "/workbins/" + TEAM), 404, 6);
      assertRefused(get(path + "/workbins/" + TEAM + "?subresources=*"), 404, 6);
      assertRefused(get(path + "/workbins/" + TEAM + "/chats"), 404, 6);
      assertRefused(get(path + "/workbins/" + TEAM + "/changes?since=0"), 404, 6);
    }
    assertRefused(demo.client("ada").post("/api/v2/me/workbins/" + TEAM, subscribe), 404, 6);
    assertThat(get("/me?subresources=features").json().required("user").required("features"))
        .isEmpty();
  }

  private static Reply get(String path) {
    return demo.client("ada").get("/api/v2" + path);
  }

  private static void have(Feature... features) {
    demo.setFeatures(Set.of(features));
  }
}
