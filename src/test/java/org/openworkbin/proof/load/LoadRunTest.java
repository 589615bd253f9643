package org.openworkbin.proof.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Carrier;
import org.openworkbin.proof.client.Guests;
import org.openworkbin.proof.client.Scene;
import org.openworkbin.proof.client.Server;
import org.openworkbin.proof.client.Stage;
import org.openworkbin.proof.client.StagePlan;
import org.openworkbin.testing.DemoServer;

/** Every play, short and small, against a real server. */
class LoadRunTest {
  private static DemoServer demo;
  private static Server server;
  private static String center;

  private final List<String> progress = new ArrayList<>();

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    server = Server.at(URI.create(demo.url()));
    center = center();
  }

  @AfterAll
  static void stop() {
    server.close();
    demo.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyPlayIsMeasuredAndLeavesNothingBehind(Play play) {
    Report report = play(Plans.of(play), stage(play.toString()));

    assertThat(report.complaints()).isEmpty();
    assertThat(report.measured()).isPositive();
    assertThat(report.operations())
        .extracting(Report.Line::operation)
        .contains(
            switch (play) {
              case DESK, PULLS, RACE -> "pull";
              case PARKS -> "park";
              case MOVES -> "move";
              case CREATES -> "create";
              case PAGES -> "page";
            });
    assertThat(report.operations())
        .allSatisfy(line -> assertThat(line.times().count()).isPositive());
    assertThat(report.generatorMicros()).isPositive();
    assertThat(progress).first().asString().startsWith("Preparing " + play);
  }

  @Test
  void oneWinsEachRaceAndTheOthersLoseIt() {
    Report report = play(Plans.of(Play.RACE), stage("lost"));

    Report.Line pulls = report.operations().getFirst();
    assertThat(report.complaints()).isEmpty();
    assertThat(pulls.failed()).isZero();
    // Times are measured at the window's edges, where a race may be cut in two.
    assertThat(pulls.lost())
        .isBetween(3 * pulls.times().count() - 3, 3 * pulls.times().count() + 3);
  }

  @ParameterizedTest
  @EnumSource
  void listenersHearOfEveryPull(Carrier carrier) {
    Report report =
        play(
            Plans.of(Play.DESK, Optional.of(60.0), 6, carrier),
            stage("hear-" + carrier.wireName()));

    assertThat(report.complaints()).isEmpty();
    assertThat(report.events())
        .singleElement()
        .satisfies(events -> {
          assertThat(events.expected()).isPositive();
          assertThat(events.times().count()).isEqualTo(events.expected());
          assertThat(events.messages()).isGreaterThanOrEqualTo(events.expected());
        });
  }

  @Test
  void usersWhoAreThereTouchNothingButWhatTheyMade() {
    List<Agent> users = List.of(server.agent("ada", "demo"), server.agent("ben", "demo"));
    List<String> before = content(users.getFirst());
    Guests guests = Guests.of(users);

    Report report = play(Plans.of(Play.DESK, Optional.empty(), 2, Carrier.WEBSOCKET), guests);

    assertThat(report.complaints()).isEmpty();
    assertThat(report.operations()).isNotEmpty();
    assertThat(content(users.getFirst())).isEqualTo(before);
    assertThat(hands(users)).isEqualTo(0);
  }

  @Test
  void whoeverStopsItGetsWhatThereIs() {
    LoadPlan plan = Plans.of(Play.PAGES);
    LoadPlan hour =
        new LoadPlan(
            plan.play(),
            plan.agents(),
            plan.groups(),
            plan.connections(),
            plan.rate(),
            plan.listeners(),
            plan.carrier(),
            Duration.ofHours(1),
            Duration.ZERO,
            plan.think(),
            plan.mix(),
            plan.greedy(),
            plan.items(),
            plan.bytes(),
            plan.seed());
    Stage stage = stage("stopped");
    List<LoadRun> run = new ArrayList<>();
    run.add(
        new LoadRun(
            hour,
            stage,
            line -> {
              if (line.contains(" done ")) {
                run.getFirst().stop();
              }
            }));

    Report report = run.getFirst().run();

    assertThat(report.complaints()).isEmpty();
    assertThat(report.operations()).hasSize(1);
    assertThat(stage.remove()).isEmpty();
  }

  private static Stage stage(String name) {
    return Stage.build(server.agent("admin", "demo"), new StagePlan("lr-" + name, 6, 2, 2, 0));
  }

  private Report play(LoadPlan plan, Scene scene) {
    Report report = new LoadRun(plan, scene, progress::add).run();
    assertThat(scene.remove()).isEmpty();
    assertThat(center()).isEqualTo(center);
    return report;
  }

  private static String center() {
    return demo.client("admin").get("/api/v2/administration/export").text();
  }

  private static List<String> content(Agent agent) {
    Bin bin = Guests.of(List.of(agent)).bins().getFirst();
    List<String> order = new ArrayList<>();
    agent
        .get(bin.path("subresources=*&limit=1000"))
        .orThrow("read the bin")
        .json()
        .required("workbin")
        .required("order")
        .forEach(id -> order.add(id.stringValue()));
    return order;
  }

  private static int hands(List<Agent> agents) {
    return agents.stream()
        .mapToInt(
            agent -> agent.get("/api/v2/me/workitems").orThrow("read").json().path("uris").size())
        .sum();
  }
}
