package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.ItemCalls.assertRefused;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

class BinFiguresTest {
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
  void figuresAreOfWholeStepsThatEndNow() {
    ItemCalls calls = new ItemCalls(demo);
    String taken = calls.park(3).getFirst();
    calls.post("ada", "PullChat", taken);

    JsonNode figures = figures(read("sue", calls, "&hours=2&step=1800"));

    assertThat(figures.get("step").intValue()).isEqualTo(1800);
    assertThat(
            Duration.between(
                Instant.parse(figures.get("from").stringValue()),
                Instant.parse(figures.get("to").stringValue())))
        .isEqualTo(Duration.ofHours(2));
    assertThat(figures.get("arrived").toString()).isEqualTo("[0,0,0,3]");
    assertThat(figures.get("left").toString()).isEqualTo("[0,0,0,1]");
    assertThat(figures.get("count").toString()).isEqualTo("[0,0,0,2]");
    assertThat(figures.get("ages").toString())
        .isEqualTo(
            "[{\"upTo\":900,\"count\":2},{\"upTo\":3600,\"count\":0},"
                + "{\"upTo\":14400,\"count\":0},{\"upTo\":86400,\"count\":0},"
                + "{\"upTo\":259200,\"count\":0},{\"upTo\":604800,\"count\":0},{\"count\":0}]");
  }

  @Test
  void withoutParametersTheyAreOfADayByHours() {
    JsonNode figures = figures(read("ben", new ItemCalls(demo), ""));

    assertThat(figures.get("arrived")).hasSize(24);
    assertThat(figures.get("step").intValue()).isEqualTo(3600);
  }

  @Test
  void theyAreForWhoMaySeeTheBin() {
    ItemCalls calls = new ItemCalls(demo);
    String inProgress = "/workbins/aee812a5-7396-4dd9-b180-230f1c1fb085/figures";
    String bens = "/api/v2/users/" + demo.user("ben").value() + inProgress;

    assertRefused(read("dan", calls, ""), 403, 5);
    assertRefused(demo.client("ada").get(bens), 403, 5);
    assertThat(demo.client("sue").get(bens).code()).isZero();
    assertThat(demo.client("ben").get("/api/v2/me" + inProgress).code()).isZero();
    assertThat(
            demo.client("admin")
                .get("/api/v2" + inProgress + "?owner=" + demo.user("ben").value())
                .code())
        .isZero();
  }

  @Test
  void theirNumberIsBounded() {
    ItemCalls calls = new ItemCalls(demo);

    assertRefused(read("sue", calls, "&hours=744&step=3600"), 400, 10);
    assertRefused(read("sue", calls, "&hours=745"), 400, 10);
    assertRefused(read("sue", calls, "&step=59"), 400, 10);
    assertRefused(read("sue", calls, "&step=hour"), 400, 2);
    assertThat(figures(read("sue", calls, "&hours=10&step=180")).get("count")).hasSize(200);
  }

  private static Reply read(String user, ItemCalls calls, String more) {
    return demo.client(user).get(calls.address().replace("?", "/figures?") + more);
  }

  private static JsonNode figures(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().required("figures");
  }
}
