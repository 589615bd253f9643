package org.openworkbin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestPostgres;
import tools.jackson.databind.JsonNode;

/** What clients are told of the services while the database comes and goes. */
class ServicesTest {
  private static final Map<String, String> UP =
      Map.of(
          "Provisioning", "Active",
          "Voice", "Inactive",
          "MultiMediaState", "Active",
          "MultiMediaContent", "Active");
  private static final Map<String, String> DOWN =
      Map.of(
          "Provisioning", "Inactive",
          "Voice", "Inactive",
          "MultiMediaState", "Inactive",
          "MultiMediaContent", "Inactive");

  @Test
  void theyAreAsTheStoreIsAndEverybodyIsToldOfAChange(@TempDir Path folder) throws IOException {
    try (TestPostgres postgres = TestPostgres.in(folder);
        DemoServer demo =
            DemoServer.start(
                Stores.fresh(postgres), Map.of("open-workbin.database.reader-wait", "500ms"));
        PushClient dan =
            PushClient.listen(demo, Carrier.LONG_POLLING, "dan", "/notifications/services")) {
      assertThat(states(read(demo))).isEqualTo(UP);

      postgres.stop();

      PushClient.Heard inactive = dan.next();
      assertThat(inactive.channel()).isEqualTo("/notifications/services");
      assertThat(states(inactive.data())).isEqualTo(DOWN);
      assertThat(states(read(demo))).isEqualTo(DOWN);

      postgres.startAgain();

      PushClient.Heard active = dan.next();
      assertThat(states(active.data())).isEqualTo(UP);
      Golden.assertSame(active.data(), "push-services");
      assertThat(states(read(demo))).isEqualTo(UP);
    }
  }

  private static JsonNode read(DemoServer demo) {
    return demo.client("dan").get("/api/v2/services?fields=*").json();
  }

  private static Map<String, String> states(JsonNode answer) {
    Map<String, String> states = new LinkedHashMap<>();
    answer
        .required("services")
        .forEach(service ->
            states.put(service.required("type").asString(), service.required("state").asString()));
    return states;
  }
}
