package org.openworkbin.proof.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.testing.DemoServer;

/** A contact centre of one's own on a running server. */
class StageTest {
  private static DemoServer demo;
  private static Server server;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    server = Server.at(URI.create(demo.url()));
  }

  @AfterAll
  static void stop() {
    server.close();
    demo.close();
  }

  private static Agent administrator() {
    return server.agent("admin", "demo");
  }

  @Test
  void leavesNothingBehind() {
    String before = center();
    Stage stage = Stage.build(administrator(), new StagePlan("st1", 5, 3, 2, 2));
    Bin team = stage.bins().getFirst();
    List<String> items = stage.fill(team, 12, 50);
    Agent agent = team.members().getFirst();
    done(agent.post(team.path(), pull(items.get(0))));
    done(agent.post(team.path(), pull(items.get(1))));
    done(
        agent.post(
            stage.own(agent).path(),
            "{\"operationName\":\"AddWorkitem\",\"id\":\"" + items.get(1) + "\"}"));

    assertThat(stage.remove()).isEmpty();

    assertThat(center()).isEqualTo(before);
    assertThat(items)
        .allSatisfy(item ->
            assertThat(demo.client("admin").get("/api/v2/interactions/" + item + "/history").text())
                .contains("\"reason\":\"Complete\""));
  }

  @Test
  void saysByNameWhatItCouldNotRemove() {
    Stage stage = Stage.build(administrator(), new StagePlan("st2", 1, 1, 1, 0));
    Agent stranger = server.agent("ada", "demo");

    assertThat(new StageRemoval(stranger, stage).run())
        .anyMatch(left -> left.startsWith("user st2-a1 (403"))
        .anyMatch(left -> left.startsWith("agent group st2-g1 (403"))
        .anyMatch(left -> left.startsWith("workbin st2-team (403"));

    assertThat(stage.remove()).isEmpty();
  }

  @Test
  void whoIsTakenOutOfAGroupSeesItsBinNoMoreUntilHeIsPutBack() {
    Stage stage = Stage.build(administrator(), new StagePlan("st3", 2, 1, 1, 0));
    Bin team = stage.bins().getFirst();
    Agent agent = team.members().getLast();

    stage.takeOut(agent, team);
    assertThat(status(agent.get(team.path()))).isEqualTo(403);
    stage.putBack(agent, team);
    assertThat(status(agent.get(team.path()))).isEqualTo(200);

    assertThat(stage.remove()).isEmpty();
  }

  private static int status(Response response) {
    return response.orThrow("").status();
  }

  private static String pull(String item) {
    return "{\"operationName\":\"PullWorkitem\",\"id\":\"" + item + "\"}";
  }

  private static void done(Response response) {
    Reply reply = response.orThrow("do it");
    assertThat(reply.isDone()).as(reply.text()).isTrue();
  }

  private static String center() {
    return demo.client("admin").get("/api/v2/administration/export").text();
  }
}
