package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.id.BinId;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.DescribedApi;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Two agents who share nothing. One of them tries every address, parameter and operation of the
 * description with whatever belongs to the other, and listens to every topic: he reads, hears,
 * changes and finds out nothing. What is described later is tried by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoUsersTest {
  private static final String SECRET = "nobody-elses-business";

  /** What everybody may know of everybody else: his names, and how to call him. */
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "userName",
          "firstName",
          "lastName",
          "contactCenterId",
          "uri",
          "path",
          "name",
          "type",
          "phoneNumbers",
          "employeeId",
          "businessUnits");

  private final DescribedApi api = DescribedApi.ours();
  private final Map<String, Reply> answers = new LinkedHashMap<>();
  private DemoServer demo;
  private TestClient stranger;
  private List<PushClient> listeners;
  private List<String> items;
  private String move;

  @BeforeAll
  void start() {
    demo = DemoServer.start();
    stranger = demo.client("dan");
    fillInAda();
    listeners =
        Stream.concat(api.topics().stream(), Stream.of("/v2/me/*", "/**"))
            .map(topic -> PushClient.listen(demo, Carrier.WEBSOCKET, "dan", topic))
            .toList();
    items = List.of(parked(Medium.CHAT, adasBin()), parked(Medium.WORKITEM, teamBin()), held());
    move = moved(items.get(1));
  }

  /** Gives her what nobody but those who look after her may see. */
  private void fillInAda() {
    User ada = demo.part(Directories.class).now().userNamed("ada").orElseThrow();
    SkillId skill = new SkillId(EveryRequest.SKILL);
    demo.change(
        DirectoryChange.of(
            new Skill(skill, SECRET + " skill", SECRET, Annex.NONE),
            new Device(new DeviceId(EveryRequest.DEVICE), "5005550199", Optional.of(ada.id())),
            new User(
                ada.id(),
                ada.userName(),
                ada.firstName(),
                ada.lastName(),
                SECRET + "@example.com",
                ada.roles(),
                true,
                false,
                ada.defaultPlace(),
                Map.of(skill, 8),
                new Annex(new TreeMap<>(Map.of("desk", new TreeMap<>(Map.of(SECRET, SECRET))))))));
    demo.client("ada").withCookies().with("User-Agent", SECRET).get("/api/v2/me");
  }

  @AfterAll
  void stop() {
    listeners.forEach(PushClient::close);
    demo.close();
  }

  private BinId adasBin() {
    return bin(EveryRequest.WORKBINS.get(2), demo.user("ada"));
  }

  private BinId teamBin() {
    return demo.teamBin();
  }

  private static BinId bin(String workbin, OwnerId owner) {
    return new BinId(new WorkbinId(workbin), owner);
  }

  private String parked(Medium medium, BinId bin) {
    return demo.park(
        medium,
        bin,
        new Content(
            "Inbound",
            "2026-11-22 09:00:00.000+0000",
            0,
            "{}",
            "{\"Subject\":\"%s\",\"%s\":1}".formatted(SECRET, SECRET)));
  }

  /** A move by her manager of what lies in the team's bin to her own and back again. */
  private String moved(String item) {
    String hers =
        "{'workbinId':'%s','userId':'%s'}"
            .formatted(EveryRequest.WORKBINS.get(2), demo.user("ada").value());
    String teams =
        "{'workbinId':'%s','agentGroup':'MyAgentGroup'}".formatted(teamBin().workbin().value());
    String moved = "";
    for (String to : List.of(hers, teams)) {
      String body =
          "{'ids':['%s'],'to':%s,'comment':'%s'}".formatted(item, to, SECRET).replace('\'', '"');
      moved = demo.client("sue").post("/api/v2/moves", body).json().required("move").stringValue();
    }
    return moved;
  }

  /** A work item in Ada's hand. */
  private String held() {
    Reply created =
        demo.client("ada")
            .post(
                "/api/v2/me/workitems",
                "{\"operationName\":\"Create\",\"userData\":{\"Subject\":\"%s\"}}"
                    .formatted(SECRET));
    return created.header("Workbin-Item");
  }

  @Test
  void theStrangerReadsChangesAndFindsOutNothing() {
    List<Interaction> before = content();
    Object center = demo.part(Directories.class).now().contactCenter();

    new EveryRequest(api, demo, items, move).forEach(this::send);

    assertThat(answers).hasSizeGreaterThan(1_000);
    assertThat(content()).isEqualTo(before);
    assertThat(demo.part(Directories.class).now().contactCenter()).isEqualTo(center);
    assertThat(answers.entrySet().stream().flatMap(this::leaks).limit(20).toList()).isEmpty();
    assertThat(answers.keySet().stream().flatMap(this::tellsApart).limit(20).toList()).isEmpty();
    assertThat(answers.entrySet().stream().flatMap(this::refusedNot).limit(20).toList()).isEmpty();

    adaWorks();
    List<Heard> told = new ArrayList<>(listeners.getLast().all());
    listeners.forEach(listener -> told.addAll(listener.soFar()));
    assertThat(told.stream().filter(this::isHers)).isEmpty();
  }

  private List<Interaction> content() {
    Bins bins = demo.part(Bins.class);
    return items.stream().map(item -> bins.find(new InteractionId(item)).orElseThrow()).toList();
  }

  private void send(String method, String target, String body) {
    Reply reply =
        body.isEmpty()
            ? stranger.send(method, target, BodyPublishers.noBody(), Map.of())
            : stranger.send(
                method,
                target,
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "application/json"));
    answers.put("%s %s %s".formatted(method, target, body), reply);
  }

  /** Nothing that is Ada's is in any answer, nor the id of what the request did not name. */
  private Stream<String> leaks(Map.Entry<String, Reply> answer) {
    String text = answer.getValue().text();
    return Stream.concat(items.stream(), Stream.of(SECRET, EveryRequest.DEVICE, EveryRequest.SKILL))
        .filter(hers -> text.contains(hers) && !answer.getKey().contains(hers))
        .map(hers -> answer.getKey() + "\n" + text);
  }

  /**
   * What does not exist is answered as what does. An Add is not: by the contract it says that an
   * interaction is another's.
   */
  private Stream<String> tellsApart(String request) {
    if (!request.contains(EveryRequest.UNKNOWN) || request.contains("\"Add")) {
      return Stream.empty();
    }
    String expected = shape(answers.get(request));
    return items.stream()
        .map(item -> request.replace(EveryRequest.UNKNOWN, item))
        .filter(other -> !shape(answers.get(other)).equals(expected))
        .map(other -> other + "\n" + shape(answers.get(other)) + "\n" + expected);
  }

  private static String shape(Reply reply) {
    return reply.status() + reply.text().replaceAll("\"referenceId\":\\d+", "");
  }

  /** Whatever belongs to Ada is refused, and so is what only administrators may change. */
  private Stream<String> refusedNot(Map.Entry<String, Reply> answer) {
    String request = answer.getKey();
    boolean hers =
        Stream.concat(
                items.stream(),
                Stream.of(demo.user("ada").value(), EveryRequest.DEVICE, EveryRequest.SKILL))
            .anyMatch(request::contains);
    boolean changes = request.matches("(PUT|DELETE) /api/v2/(?!me\\b).*");
    return (hers || changes)
            && answer.getValue().status() < 400
            && !hasNamesAlone(answer.getValue())
        ? Stream.of(request + "\n" + answer.getValue().text())
        : Stream.empty();
  }

  /** Everybody who may log in is known by name. */
  private static boolean hasNamesAlone(Reply reply) {
    JsonNode shown =
        reply.json().path("user").isObject()
            ? reply.json().path("user")
            : reply.json().path("contact");
    return shown.isObject() && NAMES.containsAll(shown.propertyNames());
  }

  /** What whoever may hear of it is told. */
  private void adaWorks() {
    Calls calls = new Calls(demo);
    calls.done("ada", Calls.TEAM_BIN, "PullWorkitem", items.get(1));
    calls.done("ada", Calls.MY_BIN, "AddWorkitem", items.get(1));
    calls.done("ada", Calls.MY_BIN, "PullChat", items.get(0));
    calls.done("ada", Calls.TEAM_BIN, "AddChat", items.get(0));
    calls.done("ada", Calls.MY_BIN, "AddWorkitem", items.get(2));
  }

  private boolean isHers(Heard heard) {
    return Stream.concat(items.stream(), Stream.of(SECRET, demo.user("ada").value()))
        .anyMatch(heard.data().toString()::contains);
  }
}
