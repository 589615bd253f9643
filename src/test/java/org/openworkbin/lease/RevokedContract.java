package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.directory.User;
import org.openworkbin.http.Traffic;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Who is told what when the server takes an item away, on any store. */
abstract class RevokedContract {
  private static final String TEAM =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";
  private final SettableClock clock = new SettableClock();
  private DemoServer demo;

  abstract Dialect dialect();

  private void start(Map<String, String> settings) {
    demo = DemoServer.start(dialect(), settings, clock);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void formerHolderIsToldWhyAndWatchersThatItIsBackWhereItWas(Carrier carrier) {
    start(Map.of("open-workbin.lease.sweep-every", "1h"));
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    Interaction parked = find(id);
    done("ada", TEAM, "Subscribe");
    done("ben", TEAM, "PullWorkitem", id);
    try (PushClient ada = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**");
        PushClient ben = PushClient.listen(demo, carrier, "ben", "/**")) {
      // A poll of his that comes in between renews it.
      await()
          .until(() -> {
            leaseEnds();
            return find(id).location().equals(new Location.Bin(demo.teamBin()));
          });

      JsonNode told = workitemOf(ben, id);
      assertRevoked(told, "LeaseEnded");
      JsonNode seen =
          ada.until(heard -> heard.data().path("action").asString("").equals("ItemAdded"))
              .getLast()
              .data();
      assertThat(seen.at("/workitemStateResourceV2/id").stringValue()).isEqualTo(id);
      assertThat(Instant.parse(seen.get("placedAt").stringValue()))
          .isEqualTo(parked.placement().orElseThrow().at());
      assertThat(ada.all())
          .noneMatch(heard -> heard.data().path("workitem").path("id").asString("").equals(id));
    }
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void everyRequestAndEveryMessageIsTraffic(Carrier carrier) {
    start(Map.of());
    Traffic traffic = demo.part(Traffic.class);
    assertThat(traffic.lastHeard(demo.user("ben"))).isEmpty();
    demo.client("ben").get("/api/v2/me");
    assertThat(traffic.lastHeard(demo.user("ben"))).contains(clock.instant());

    clock.advance(Duration.ofSeconds(1));
    demo.client("ben").get("/api/v2/no/such/thing");
    assertThat(traffic.lastHeard(demo.user("ben"))).contains(clock.instant());

    clock.advance(Duration.ofSeconds(1));
    PushClient ben = PushClient.listen(demo, carrier, "ben", "/**");
    assertThat(traffic.lastHeard(demo.user("ben"))).contains(clock.instant());
    clock.advance(Duration.ofSeconds(1));
    ben.close();
    await().until(() -> traffic.lastHeard(demo.user("ben")).equals(Optional.of(clock.instant())));

    clock.advance(Duration.ofSeconds(1));
    demo.client().as("ben", "wrong").get("/api/v2/me");
    demo.client("ada").get("/api/v2/me");
    assertThat(traffic.lastHeard(demo.user("ben"))).contains(clock.instant().minusSeconds(1));
  }

  @Test
  void offerThatNobodyTakesIsToldBothSides() {
    start(Map.of("open-workbin.lease.sweep-every", "1h"));
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    done("ben", TEAM, "PullWorkitem", id);
    try (PushClient ada = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**");
        PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      post(
          "ben",
          "/api/v2/me/workitems/" + id,
          "{\"operationName\":\"Transfer\",\"targetUri\":\"/users/"
              + demo.user("ada").value()
              + "\"}");
      assertThat(state(workitemOf(ada, id))).isEqualTo("Invited");
      assertThat(state(workitemOf(ben, id))).isEqualTo("Completed");

      clock.advance(Duration.ofSeconds(60));
      demo.part(LeaseSweep.class).sweep();

      assertRevoked(workitemOf(ada, id), "OfferEnded");
      JsonNode back = workitemOf(ben, id);
      assertThat(state(back)).isEqualTo("Processing");
      assertThat(back.get("reason").stringValue()).isEqualTo("OfferEnded");
      assertThat(back.at("/workitem/hold").longValue()).isEqualTo(find(id).hold());
    }
  }

  @Test
  void whatADisabledAgentHoldsGoesBackAtOnce() {
    start(Map.of("open-workbin.lease.sweep-every", "1h"));
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    done("ben", TEAM, "PullWorkitem", id);

    disable("ben");

    await().until(() -> find(id).location().equals(new Location.Bin(demo.teamBin())));
  }

  @Test
  void whatAnAgentHoldsWhoWasDisabledWhileTheServerStoodGoesBackAtItsStart() {
    start(Map.of("open-workbin.lease.sweep-every", "1h"));
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    demo.part(LeaseSweep.class).stop();
    done("ben", TEAM, "PullWorkitem", id);
    disable("ben");

    demo.restart();

    await().until(() -> find(id).location().equals(new Location.Bin(demo.teamBin())));
  }

  @Test
  void leaseIsWholeAgainAfterARestart() {
    start(Map.of("open-workbin.lease.sweep-every", "1h"));
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    done("ben", TEAM, "PullWorkitem", id);
    clock.advance(Duration.ofHours(9));

    demo.restart();
    clock.advance(Duration.ofMinutes(30));
    demo.part(LeaseSweep.class).sweep();
    assertThat(find(id).location()).isEqualTo(new Location.Hand(demo.user("ben")));
    leaseEnds();

    assertThat(find(id).location()).isEqualTo(new Location.Bin(demo.teamBin()));
  }

  @Test
  void endOfASessionLeavesWhatIsInHandWithItsAgent() {
    start(Map.of());
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    done("ben", "/api/v2/me", "StartContactCenterSession");
    done("ben", TEAM, "PullWorkitem", id);

    done("ben", "/api/v2/me", "EndContactCenterSession");

    assertThat(find(id).location()).isEqualTo(new Location.Hand(demo.user("ben")));
    assertThat(demo.client("ben").get("/api/v2/me/workitems").text()).contains(id);
  }

  @Test
  void endOfASessionGivesBackWhatIsInHandWhereASettingSaysSo() {
    start(Map.of("open-workbin.lease.return-at-session-end", "true"));
    String first = demo.park(Medium.WORKITEM, demo.teamBin());
    String second = demo.park(Medium.WORKITEM, demo.teamBin());
    done("ben", TEAM, "PullWorkitem", first);
    done("ben", TEAM, "PullWorkitem", second);
    try (PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      done("ben", "/api/v2/me", "EndContactCenterSession");

      List<JsonNode> told = List.of(nextRevoked(ben), nextRevoked(ben));
      assertThat(told).allSatisfy(each -> assertRevoked(each, "SessionEnded"));
      assertThat(told)
          .extracting(each -> each.at("/workitem/id").stringValue())
          .containsExactlyInAnyOrder(first, second);
    }
    assertThat(List.of(find(first), find(second)))
        .extracting(Interaction::location)
        .containsOnly(new Location.Bin(demo.teamBin()));
  }

  private static void assertRevoked(JsonNode told, String reason) {
    assertThat(told.get("messageType").stringValue()).isEqualTo("WorkitemStateChangeMessage");
    assertThat(told.get("notificationType").stringValue()).isEqualTo("StatusChange");
    assertThat(state(told)).isEqualTo("Revoked");
    assertThat(told.at("/workitem/capabilities")).isEmpty();
    assertThat(told.get("reason").stringValue()).isEqualTo(reason);
    assertThat(told.has("referenceId")).isFalse();
    assertThat(told.at("/workitem").has("hold")).isFalse();
  }

  private static String state(JsonNode told) {
    return told.at("/workitem/state").stringValue();
  }

  /** The next media message about that item. */
  private static JsonNode workitemOf(PushClient client, String id) {
    return client
        .until(heard -> heard.data().path("workitem").path("id").asString("").equals(id))
        .getLast()
        .data();
  }

  /** The next that was taken away; that it was pulled may still be told. */
  private static JsonNode nextRevoked(PushClient client) {
    return client
        .until(heard -> heard.data().has("workitem") && state(heard.data()).equals("Revoked"))
        .getLast()
        .data();
  }

  private void disable(String userName) {
    StoredDirectories directories = demo.part(StoredDirectories.class);
    User user = directories.now().userNamed(userName).orElseThrow();
    User disabled =
        new User(
            user.id(),
            user.userName(),
            user.firstName(),
            user.lastName(),
            user.emailAddress(),
            Set.copyOf(user.roles()),
            false,
            user.changePasswordOnFirstLogin(),
            user.defaultPlace());
    directories.change(Author.program("test"), DirectoryChange.ofUser(disabled, "{noop}gone"));
  }

  private Interaction find(String id) {
    return demo.part(Bins.class).find(InteractionId.parse(id).orElseThrow()).orElseThrow();
  }

  private void done(String user, String address, String operation) {
    post(user, address, "{\"operationName\":\"" + operation + "\"}");
  }

  private void done(String user, String address, String operation, String id) {
    post(user, address, "{\"operationName\":\"" + operation + "\",\"id\":\"" + id + "\"}");
  }

  private void post(String user, String address, String body) {
    Reply reply = demo.client(user).post(address, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private void leaseEnds() {
    for (int i = 0; i < 6; i++) {
      clock.advance(Duration.ofMinutes(30));
      demo.part(LeaseSweep.class).sweep();
    }
  }
}
