package org.openworkbin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Feature;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;

class FeaturesReadTest {
  private DemoServer demo;

  @BeforeEach
  void start() {
    demo = DemoServer.start();
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void aNewContactCentreHasTheDefaultOnes() {
    assertThat(ids(get("ada", "/features?fields=*")))
        .containsExactlyElementsOf(Feature.DEFAULT.stream().sorted().map(Feature::id).toList());
  }

  @Test
  void onlyAdministratorsReadWhatThereCouldBe() {
    assertThat(ids(get("admin", "/system/features?fields=id")))
        .containsExactlyElementsOf(Arrays.stream(Feature.values()).map(Feature::id).toList());
    String center = "/ops/contact-centers/" + demo.part(Directories.class).now().contactCenterId();
    assertThat(ids(get("admin", center + "/features?fields=id")))
        .isEqualTo(ids(get("ada", "/features?fields=id")));
    for (String path :
        List.of("/system/features", "/ops/contact-centers", center, center + "/features")) {
      assertRefused(get("sue", path), 403, 5);
    }
    assertRefused(get("admin", "/ops/contact-centers/none"), 404, 6);
  }

  @Test
  void whatIsOffIsNotThere() {
    Set<Feature> fewer = EnumSet.copyOf(Feature.DEFAULT);
    fewer.remove(Feature.PROVISIONING_READ);
    fewer.remove(Feature.PLATFORM_CONFIGURATION_READ);

    demo.setFeatures(fewer);

    assertRefused(get("ada", "/features/api-provisioning-read"), 404, 6);
    assertRefused(get("ada", "/features/unheard-of"), 404, 6);
    for (String path :
        List.of(
            "/users",
            "/users/" + demo.user("ada").value(),
            "/skills",
            "/devices",
            "/platform/configuration/agent-groups")) {
      assertRefused(get("admin", path), 404, 6);
    }
    assertThat(get("ada", "/contacts").status()).isEqualTo(200);
  }

  @Test
  void withoutAgentControlASupervisorSetsNobodysState() {
    Set<Feature> fewer = EnumSet.copyOf(Feature.DEFAULT);
    fewer.remove(Feature.SUPERVISOR_AGENT_CONTROL);
    demo.client("ada")
        .post(
            "/api/v2/me",
            "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"chat\"]}");
    String chat = "/api/v2/users/" + demo.user("ada").value() + "/channels/chat";
    String notReady = "{\"operationName\":\"NotReady\"}";
    assertThat(demo.client("sue").post(chat, notReady).status()).isEqualTo(200);

    demo.setFeatures(fewer);

    assertRefused(demo.client("sue").post(chat, notReady), 400, 2);
    assertRefused(demo.client("dan").post(chat, notReady), 403, 5);
  }

  private Reply get(String user, String path) {
    return demo.client(user).get("/api/v2" + path);
  }

  private static List<String> ids(Reply reply) {
    List<String> ids = new ArrayList<>();
    reply.json().required("features").forEach(each -> ids.add(each.required("id").asString()));
    return ids;
  }

  private static void assertRefused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }
}
