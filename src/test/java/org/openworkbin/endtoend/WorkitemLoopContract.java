package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/**
 * The whole life of a work item, and everything that each session hears of it, in order. What
 * differs from run to run stands in the golden files under a name: {@code ITEM}, {@code TIME}, the
 * operation for its number.
 */
abstract class WorkitemLoopContract {
  private final Dialect dialect;
  private final Map<Long, String> numbers = new LinkedHashMap<>();
  private DemoServer demo;
  private Calls calls;
  private String item = "";

  WorkitemLoopContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeEach
  void start() {
    demo = DemoServer.start(dialect);
    calls = new Calls(demo);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void aWorkItemGoesRoundAndEverybodyHearsHisPartOfIt(Carrier carrier) {
    String bensBin = "/users/" + demo.user("ben").value() + "/workbins/" + Calls.IN_PROGRESS;
    try (PushClient ada = PushClient.listen(demo, carrier, "ada", "/v2/me/*");
        PushClient ben = PushClient.listen(demo, carrier, "ben", "/**");
        PushClient sue = PushClient.listen(demo, carrier, "sue", "/**");
        PushClient dan = PushClient.listen(demo, carrier, "dan", "/**")) {
      calls.done("ada", Calls.TEAM_BIN, "Subscribe");
      calls.done("ben", Calls.TEAM_BIN, "Subscribe");
      calls.done("ben", Calls.MY_BIN, "Subscribe");
      calls.done("sue", Calls.TEAM_BIN, "Subscribe");
      calls.done("sue", bensBin, "Subscribe");
      List.of(ada, ben, sue, dan).forEach(PushClient::all);

      create("ada", "'userData': {'Subject': 'Call the hotel', 'Rooms': 2}");
      move("ada", Calls.TEAM_BIN, "AddWorkitem");
      work("sue", "UpdateUserData", "'userData': {'Priority': 50}");
      assertThat(inBin("ben", Calls.TEAM_BIN)).isTrue();
      move("ben", Calls.TEAM_BIN, "PullWorkitem");
      work("ben", "AttachUserData", "'userData': {'Called': true}");
      work("ben", "SetInFocus", "'x': 0");
      move("ben", Calls.MY_BIN, "AddWorkitem");
      assertThat(inBin("sue", bensBin)).isTrue();
      move("sue", bensBin, "PullWorkitem");
      work("sue", "Complete", "'saveLAR': true");

      assertThat(calls.get("sue", "/me/workitems").toString()).doesNotContain(item);
      assertThat(dan.all()).isEmpty();
      assertHeard(ada, "workitem-loop-creator");
      assertHeard(ben, "workitem-loop-colleague");
      assertHeard(sue, "workitem-loop-supervisor");
    }
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void anOfferIsToldToBothSides(Carrier carrier) {
    try (PushClient ada = PushClient.listen(demo, carrier, "ada", "/v2/me/workitems");
        PushClient ben = PushClient.listen(demo, carrier, "ben", "/v2/me/workitems");
        PushClient cleo = PushClient.listen(demo, carrier, "cleo", "/**")) {
      String toBen = "'targetUri': '/users/" + demo.user("ben").value() + "'";

      create("ada", "'queueUri': '/queues/7be4f1d3-52a9-4c06-9f81-d3a0c6e57b40'");
      work("ada", "Transfer", toBen);
      work("ben", "Reject", "'x': 0");
      work("ada", "Transfer", toBen);
      work("ben", "Accept", "'x': 0");
      work("ben", "AddComment", "'comment': 'Not today'");
      work("ben", "Release", "'x': 0");

      assertThat(cleo.all()).isEmpty();
      assertHeard(ada, "workitem-offer-sender");
      assertHeard(ben, "workitem-offer-target");
    }
  }

  private void create(String user, String more) {
    Reply reply = calls.post(user, "/me/workitems", body("Create", more));
    remember("Create by " + user, reply);
    item = reply.header("Workbin-Item");
  }

  private void move(String user, String bin, String operation) {
    remember(
        operation + " by " + user, calls.post(user, bin, body(operation, "'id': '" + item + "'")));
  }

  private void work(String user, String operation, String more) {
    remember(
        operation + " by " + user,
        calls.post(user, "/me/workitems/" + item, body(operation, more)));
  }

  private void remember(String name, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("statusCode", "referenceId");
    numbers.put(reply.json().get("referenceId").longValue(), name);
  }

  private boolean inBin(String user, String bin) {
    return calls.content(user, bin).get("workitems").toString().contains(item);
  }

  private static String body(String operation, String more) {
    return "{'operationName': '%s', %s}".formatted(operation, more).replace('\'', '"');
  }

  private void assertHeard(PushClient session, String golden) {
    StringBuilder told = new StringBuilder("[");
    for (Heard heard : session.all()) {
      told.append(told.length() > 1 ? "," : "")
          .append(
              "{\"channel\":\"%s\",\"data\":%s}".formatted(heard.channel(), named(heard.data())));
    }
    Golden.assertSame(told.append("]").toString(), golden);
  }

  private String named(JsonNode data) {
    String text =
        data.toString()
            .replace(item, "ITEM")
            .replaceAll("\"\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+(Z|\\+0000)\"", "\"TIME\"")
            .replaceAll("\"(hold|revision|placeSeq)\":\\d+", "\"$1\":0")
            .replaceAll("\"(PlaceInQueueSeq|SubmitSeq)\":\"?\\d+\"?", "\"$1\":\"SEQ\"");
    long number = data.path("referenceId").longValue(0);
    return numbers.containsKey(number)
        ? text.replace(
            "\"referenceId\":" + number, "\"referenceId\":\"" + numbers.get(number) + '"')
        : text;
  }
}
