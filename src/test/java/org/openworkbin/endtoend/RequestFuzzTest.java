package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.openworkbin.endtoend.OddRequests.AS_DAN;
import static org.openworkbin.endtoend.OddRequests.TYPE;
import static org.openworkbin.endtoend.Scraps.UNKNOWN;
import static org.openworkbin.endtoend.Scraps.broken;
import static org.openworkbin.endtoend.Scraps.quoted;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever request is sent: the answer is the envelope, never a server error, and nothing has
 * changed. A failure prints the seed to repeat it with, in {@code @Property(seed = "…")}.
 */
class RequestFuzzTest {
  private static final int TRIES = 1_000;
  private static final byte[] PULL_UNKNOWN =
      ("{\"operationName\":\"PullChat\",\"id\":\"" + UNKNOWN + "\"}").getBytes(UTF_8);
  private static final byte[] SUBSCRIBE_NOWHERE =
      "{\"operationName\":\"Subscribe\"}".getBytes(UTF_8);

  private static FuzzTarget target;

  @BeforeContainer
  static void start() {
    target = FuzzTarget.start();
  }

  @AfterContainer
  static void stop() {
    target.close();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void bodies(@ForAll("urls") String url, @ForAll("bodies") byte[] body) {
    target.assertWellAnswered("POST " + url + " HTTP/1.1\r\n" + AS_DAN + TYPE, body);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void pathsAndQueries(
      @ForAll("methods") String method,
      @ForAll("paths") String path,
      @ForAll("queries") String query) {
    target.assertWellAnswered(
        method + " /api/v2" + path + query + " HTTP/1.1\r\n" + AS_DAN + TYPE, SUBSCRIBE_NOWHERE);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void headers(
      @ForAll("methods") String method,
      @ForAll("urls") String url,
      @ForAll("headers") List<String> headers) {
    target.assertWellAnswered(
        method + " " + url + " HTTP/1.1\r\n" + String.join("", headers), PULL_UNKNOWN);
  }

  @Provide
  Arbitrary<String> methods() {
    return OddRequests.methods();
  }

  @Provide
  Arbitrary<String> urls() {
    return OddRequests.urls();
  }

  @Provide
  Arbitrary<String> paths() {
    return OddRequests.paths();
  }

  @Provide
  Arbitrary<String> queries() {
    return OddRequests.queries();
  }

  @Provide
  Arbitrary<List<String>> headers() {
    return OddRequests.headers();
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    Arbitrary<String> operation =
        Arbitraries.of(
            "PullChat",
            "PullInteraction",
            "AddChat",
            "AddInteraction",
            "AddInteractionToWorkbin",
            "PullOpenmedia",
            "Nothing",
            "",
            "pullchat",
            "PullChat ",
            "Unsubscribe",
            "RequestStats",
            "RequestAgentStats",
            "Release",
            "Complete",
            "Accept",
            "Transfer",
            "AttachUserData",
            "DeleteUserData",
            "SetDisposition",
            "AddComment",
            "Pull",
            "Add",
            "\\u0000");
    Arbitrary<String> member =
        Combinators.combine(
                Arbitraries.of(
                    "ids",
                    "uri",
                    "saveLAR",
                    "nickname",
                    "hold",
                    "medium",
                    "filter",
                    "userData",
                    "keys",
                    "disposition",
                    "dispositionKey",
                    "comment",
                    "targetUri",
                    "queueName",
                    "workbinUri",
                    "workbinType",
                    "workbinOwner",
                    "channels",
                    "place",
                    ""),
                Scraps.values())
            .as((name, value) -> quoted(name) + ":" + value);
    Arbitrary<String> known =
        Combinators.combine(
                operation.map(Scraps::quoted), Scraps.values(), member.list().ofMaxSize(3))
            .as((name, id, more) ->
                "{\"operationName\":%s,\"id\":%s%s}"
                    .formatted(name, id, more.isEmpty() ? "" : "," + String.join(",", more)));
    Arbitrary<String> operationName = Scraps.values().map(value -> "\"operationName\":" + value);
    Arbitrary<String> odd =
        Arbitraries.oneOf(operationName, member)
            .list()
            .ofMaxSize(5)
            .map(members -> "{" + String.join(",", members) + "}");
    return broken(Arbitraries.oneOf(known, odd, Scraps.values()));
  }
}
