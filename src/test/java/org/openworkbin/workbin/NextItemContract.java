package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.ItemCalls.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** {@code PullNext}: one call takes what comes first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NextItemContract {
  private static final String NEXT = "{'operationName':'PullNext'}";

  private final Dialect dialect;
  private DemoServer demo;
  private ItemCalls calls;

  NextItemContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @BeforeEach
  void newBin() {
    calls = new ItemCalls(demo);
  }

  @Test
  void whatComesFirstIsTakenAndNamedInTheHeader() {
    String second = calls.park(Medium.CHAT, 0, "{}");
    String third = calls.park(Medium.EMAIL, 0, "{}");
    String first = calls.park(Medium.WORKITEM, 5, "{\"Priority\":5}");

    for (String id : List.of(first, second, third)) {
      Reply reply = calls.post("ada", NEXT);
      assertThat(taken(reply)).isEqualTo(id);
      assertThat(reply.header("Workbin-Hold")).isEqualTo(Long.toString(calls.moves()));
      assertThat(reply.json().propertyNames())
          .containsExactlyInAnyOrder("statusCode", "referenceId");
    }
    assertThat(calls.order()).isEmpty();
  }

  @Test
  void thePullerIsToldWhatHeGot() {
    String id = calls.park(Medium.EMAIL, 0, "{}");
    try (PushClient ada = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/v2/me/emails")) {
      Reply reply = calls.post("ada", NEXT);

      JsonNode told = ada.next().data();
      assertThat(told.get("referenceId")).isEqualTo(reply.json().get("referenceId"));
      assertThat(told.get("email").get("id").stringValue()).isEqualTo(id);
      assertThat(told.get("email").get("hold").asString()).isEqualTo(reply.header("Workbin-Hold"));
    }
  }

  @Test
  void nothingThereIsSaidAndChangesNothing() {
    long moves = calls.moves();

    assertRefused(calls.post("ada", NEXT), 404, 6);
    assertRefused(calls.post("ada", "{'operationName':'PullNext','medium':'email'}"), 404, 6);
    assertRefused(
        calls.post("ada", "{'operationName':'PullNext','filter':{'userData.a':'b'}}"), 404, 6);

    assertThat(calls.moves()).isEqualTo(moves);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'email'", "'emails'", "['email']", "['tweets','emails']", "['email','email']"})
  void onlyTheMediaThatAreNamedAreTaken(String medium) {
    calls.park(Medium.CHAT, 9, "{\"Priority\":9}");
    String email = calls.park(Medium.EMAIL, 0, "{}");

    assertThat(taken(calls.post("ada", "{'operationName':'PullNext','medium':" + medium + "}")))
        .isEqualTo(email);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"{'userData.lang':'de'}\"",
        "\"{'userData.lang':['fr','de']}\"",
        "\"{'userData.lang':'de','userData.size':7}\"",
        "\"{'userData.size':7}\"",
        "\"{'userData.size':'7','medium':'chat'}\"",
        "\"{'priority':3}\"",
      })
  void onlyWhatHasTheFieldsIsTaken(String filter) {
    calls.park(Medium.CHAT, 9, "{\"Priority\":9,\"lang\":\"en\",\"size\":70}");
    String wanted = calls.park(Medium.CHAT, 3, "{\"Priority\":3,\"lang\":\"de\",\"size\":7}");
    calls.park(Medium.CHAT, 0, "{\"lang\":\"de\",\"size\":7}");

    assertThat(taken(calls.post("ada", "{'operationName':'PullNext','filter':" + filter + "}")))
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "ada, \"{'operationName':'PullNext','medium':'fax'}\", 400, 10",
        "ada, \"{'operationName':'PullNext','medium':7}\", 400, 2",
        "ada, \"{'operationName':'PullNext','filter':{'nosuchfield':'x'}}\", 400, 10",
        "ada, \"{'operationName':'PullNext','filter':'x'}\", 400, 2",
        "ada, \"{'operationName':'PullNext','filter':{'userData.a':{'b':1}}}\", 400, 2",
        "dan, \"{'operationName':'PullNext'}\", 403, 5",
      })
  void badWishesTakeNothing(String user, String body, int status, int code) {
    calls.park();

    assertRefused(calls.post(user, body), status, code);

    assertThat(calls.order()).hasSize(1);
  }

  @Test
  void aRepetitionWithItsKeyGetsTheSameItem() {
    calls.park(3);
    String key = "n1" + calls.bin().workbin().value();

    Reply first = calls.post(demo.client("ada").with("Idempotency-Key", key), NEXT);
    Reply again = calls.post(demo.client("ada").with("Idempotency-Key", key), NEXT);

    assertThat(taken(again)).isEqualTo(taken(first));
    assertThat(again.header("Workbin-Hold")).isEqualTo(first.header("Workbin-Hold"));
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(calls.order()).hasSize(2);
  }

  @Test
  void nothingThereStaysSoUnderItsKey() {
    String key = "n2" + calls.bin().workbin().value();
    String filtered = "{'operationName':'PullNext','filter':{'userData.a':'b'}}";
    assertRefused(calls.post(demo.client("ada").with("Idempotency-Key", key), filtered), 404, 6);
    calls.park(Medium.CHAT, 0, "{\"a\":\"b\"}");

    assertRefused(calls.post(demo.client("ada").with("Idempotency-Key", key), filtered), 404, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'filter':{'userData.lang':'de'}"})
  void ofManyWhoAskAtOnceNoTwoGetTheSame(String more) throws Exception {
    int many = 120;
    for (int i = 0; i < many; i++) {
      calls.park(Medium.CHAT, 0, i % 2 == 0 ? "{\"lang\":\"de\"}" : "{\"lang\":\"en\"}");
    }
    int wanted = more.isEmpty() ? many : many / 2;
    List<String> users = List.of("ada", "ben", "cleo", "sue");
    CyclicBarrier gate = new CyclicBarrier(16);
    List<Callable<List<String>>> crowd = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String user = users.get(i % users.size());
      crowd.add(() -> {
        gate.await();
        return takenUntilNothingIsLeft(user, more);
      });
    }
    List<String> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<String>> each : threads.invokeAll(crowd)) {
        all.addAll(each.get());
      }
    }

    assertThat(all).doesNotHaveDuplicates().hasSize(wanted);
    assertThat(calls.order()).hasSize(many - wanted);
  }

  private List<String> takenUntilNothingIsLeft(String user, String more) {
    List<String> taken = new ArrayList<>();
    while (true) {
      Reply reply = calls.post(user, "{'operationName':'PullNext'" + more + "}");
      if (reply.status() == 404) {
        return taken;
      }
      taken.add(taken(reply));
    }
  }

  private static String taken(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.header("Workbin-Item");
  }
}
