package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Journal;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.RawRequest;
import org.openworkbin.testing.RawRequest.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent: the answer is the envelope or a Bayeux reply, never a server error, and nothing
 * has changed. What is sent is near enough to what is understood to get far; the ids of
 * interactions in it are none that exist. A failure prints the seed to repeat it with, in
 * {@code @Property(seed = "…")}.
 */
class FuzzTest {
  private static final int TRIES = 1_000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SESSION = "SESSION-OF-DAN";
  private static final String UNKNOWN = "NOSUCHITEM000000";
  private static final String AS_DAN = "Authorization: " + basic("dan:demo") + "\r\n";
  private static final String TYPE = "Content-Type: application/json\r\n";

  private static DemoServer demo;
  private static Snapshot before;

  @BeforeContainer
  static void start() {
    demo = DemoServer.start(Dialect.SQLITE, Map.of("open-workbin.push.hold", "20ms"));
    before = Snapshot.of(demo);
  }

  @AfterContainer
  static void stop() {
    try {
      assertThat(Snapshot.of(demo)).isEqualTo(before);
    } finally {
      demo.close();
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void bodies(@ForAll("urls") String url, @ForAll("bodies") byte[] body) {
    assertEnvelope("POST " + url + " HTTP/1.1\r\n" + AS_DAN + TYPE, body);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void pathsAndQueries(
      @ForAll("methods") String method,
      @ForAll("paths") String path,
      @ForAll("queries") String query) {
    assertEnvelope(
        method + " /api/v2" + path + query + " HTTP/1.1\r\n" + AS_DAN + TYPE, subscribeNowhere());
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void headers(
      @ForAll("methods") String method,
      @ForAll("urls") String url,
      @ForAll("headers") List<String> headers) {
    String head = method + " " + url + " HTTP/1.1\r\n" + String.join("", headers);
    assertEnvelope(head, pullUnknown());
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void bayeuxMessages(@ForAll("bayeux") byte[] messages, @ForAll("suffixes") String suffix) {
    String head = "POST /api/v2/notifications" + suffix + " HTTP/1.1\r\n" + AS_DAN + TYPE;
    assertEnvelope(head, inSession(messages));
  }

  private static void assertEnvelope(String head, byte[] body) {
    Optional<Answer> found = RawRequest.send(demo.url(), head, body);
    String what = head.replace(AS_DAN, "") + new String(body, 0, Math.min(body.length, 300), UTF_8);
    assertThat(found).as("an answer to " + what).isPresent();
    Answer answer = found.get();
    assertThat(answer.status()).as(what + answer.body()).isBetween(200, 499);
    if (!head.startsWith("HEAD ") && answer.status() != 304 && !head.startsWith("OPTIONS ")) {
      assertThat(answer.header("Content-Type")).as(what).startsWith("application/json");
      assertThat(isEnvelope(answer) || isBayeux(answer)).as(what + " " + answer).isTrue();
    }
    assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ", "<html");
    assertThat(demo.part(Journal.class).last()).as(what).isEqualTo(before.journal);
  }

  /** Half of the messages speak for a session that there is. */
  private static byte[] inSession(byte[] messages) {
    String text = new String(messages, ISO_8859_1);
    if (!text.contains(SESSION)) {
      return messages;
    }
    String id =
        demo.client("dan")
            .post("/api/v2/notifications", "[{\"channel\":\"/meta/handshake\"}]")
            .json()
            .get(0)
            .get("clientId")
            .stringValue();
    return text.replace(SESSION, id).getBytes(ISO_8859_1);
  }

  private static boolean isEnvelope(Answer answer) {
    JsonNode code = parsed(answer).path("statusCode");
    return code.isIntegralNumber() && (code.intValue() == 0 || answer.status() != 204);
  }

  private static boolean isBayeux(Answer answer) {
    JsonNode replies = parsed(answer);
    return answer.status() == 200
        && replies.isArray()
        && replies
            .valueStream()
            .allMatch(reply -> reply.has("channel") || reply.path("successful").isBoolean());
  }

  private static JsonNode parsed(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  // ---- What is sent

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of(
        "GET",
        "GET",
        "GET",
        "GET",
        "POST",
        "POST",
        "POST",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "PROPFIND",
        "get",
        "X");
  }

  /** Addresses that there are. */
  @Provide
  Arbitrary<String> urls() {
    return Arbitraries.of(
        "/api/v2/me",
        "/api/v2/me/workbins",
        "/api/v2/workbins?workbinIds=" + Calls.DESKS + "," + Calls.TEAM,
        "/api/v2" + Calls.TEAM_BIN,
        "/api/v2" + Calls.DESKS_BIN,
        "/api/v2" + Calls.MY_BIN,
        "/api/v2/workbins/" + Calls.DESK + "/",
        "/api/v2" + Calls.MY_BIN + "/changes?since=0",
        "/api/v2" + Calls.MY_BIN + "?subresources=*",
        "/api/v2/diagnostics/version");
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> segment =
        Arbitraries.oneOf(
            Arbitraries.of(
                "me",
                "workbins",
                "users",
                "changes",
                "notifications",
                "diagnostics",
                "version",
                Calls.TEAM,
                Calls.IN_PROGRESS,
                "team-wb",
                UNKNOWN,
                "",
                ".",
                "..",
                "%2e%2e",
                "%2F",
                "%5C",
                "%00",
                "%0a",
                "%",
                "%zz",
                "%c3%28",
                "%F0%9F%98%80",
                ";",
                ";x=y",
                "*",
                "|",
                "{id}",
                "a:b",
                "%25",
                "+",
                "~",
                "'",
                "\"",
                "<b>",
                "^",
                "`",
                "\\",
                "%e2%80%8b",
                "a".repeat(300),
                "%41".repeat(300),
                "é",
                "\u00ff\u00fe"),
            Arbitraries.strings().withCharRange('!', '~').excludeChars('#', '?').ofMaxLength(20));
    return Arbitraries.oneOf(
        segment.list().ofMaxSize(6).map(parts -> "/" + String.join("/", parts)),
        segment.map(id -> "/me/workbins/" + id),
        segment.map(id -> "/workbins/" + id + "/changes"),
        Arbitraries.of("x".repeat(9_000), "/" + "y/".repeat(4_000)));
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> name =
        Arbitraries.of(
            "fields",
            "subresources",
            "limit",
            "offset",
            "since",
            "workbinIds",
            "agentGroup",
            "placeGroup",
            "_",
            "",
            "x",
            "%66ields",
            "FIELDS",
            "a[]",
            "%",
            "%00");
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "*",
                "0",
                "1",
                "-1",
                "25",
                "10000",
                "10001",
                "9223372036854775807",
                "9223372036854775808",
                "9".repeat(40),
                "1e3",
                "0x10",
                "1.5",
                "NaN",
                "null",
                "true",
                "MyAgentGroup",
                "MyPlaceGroup",
                "chats,emails",
                "chat",
                "%2A",
                "%",
                "%zz",
                "%00",
                "%ff",
                "%F0%9F%98%80",
                "a%20b",
                "a+b",
                ",",
                ",,,",
                Calls.TEAM,
                Calls.TEAM + "," + Calls.MY_BIN,
                "z,".repeat(150),
                "q".repeat(3_000),
                "=",
                "&&",
                "é"),
            Arbitraries.strings().withCharRange('!', '~').excludeChars('#').ofMaxLength(12));
    return Combinators.combine(name, value)
        .as((key, text) -> key + "=" + text)
        .list()
        .ofMaxSize(4)
        .map(pairs -> pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
  }

  @Provide
  Arbitrary<List<String>> headers() {
    Arbitrary<String> junk =
        Arbitraries.strings().withCharRange(' ', '~').withChars('\t', '\u00e9').ofMaxLength(40);
    Arbitrary<String> authorization =
        Arbitraries.oneOf(
            Arbitraries.of(
                basic("dan:demo"),
                "Basic",
                "Basic ",
                "Basic =",
                "Basic ====",
                "Basic %%%",
                "Bearer x",
                "basic " + basic("dan:demo").substring(6),
                "Digest a=b",
                "",
                basic(""),
                basic(":"),
                basic("dan"),
                basic("dan:"),
                basic(":demo"),
                basic("d\u0000n:demo"),
                basic("x".repeat(5_000) + ":y")),
            junk);
    Arbitrary<String> header =
        Arbitraries.oneOf(
            authorization.map(value -> "Authorization: " + value),
            Combinators.combine(
                    Arbitraries.of(
                        "Idempotency-Key",
                        "If-None-Match",
                        "If-Match",
                        "Content-Type",
                        "Accept",
                        "Cookie",
                        "Origin",
                        "X-CSRF-TOKEN",
                        "Accept-Encoding",
                        "Range",
                        "Expect",
                        "X-Forwarded-Host",
                        "X-HTTP-Method-Override",
                        "Upgrade",
                        "Content-Encoding",
                        "Sec-WebSocket-Key",
                        "If-Modified-Since",
                        "Accept-Language"),
                    Arbitraries.oneOf(
                        Arbitraries.of(
                            "",
                            "*",
                            "\"",
                            "\"1\"",
                            "W/\"1-2\"",
                            "a".repeat(256),
                            "a b",
                            "\"a\", b",
                            "text/html",
                            "application/json; charset=utf-16",
                            "application/xml",
                            "application/json;;",
                            "multipart/form-data; boundary=x",
                            "gzip",
                            "application/x-www-form-urlencoded",
                            "bytes=0-1",
                            "100-continue",
                            "null",
                            "https://evil.example",
                            "SESSION=x; BAYEUX_BROWSER=\"y\"",
                            "=",
                            ";",
                            "websocket",
                            "h2c"),
                        junk))
                .as((name, value) -> name + ": " + value));
    return header
        .map(line -> line + "\r\n")
        .list()
        .ofMaxSize(5)
        .map(lines -> {
          List<String> all = new ArrayList<>(lines);
          if (lines.stream().noneMatch(line -> line.startsWith("Authorization"))) {
            all.add(AS_DAN);
          }
          if (lines.stream().noneMatch(line -> line.startsWith("Content-Type"))) {
            all.add(TYPE);
          }
          return all;
        });
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
            "Pull",
            "Add",
            "\\u0000");
    Arbitrary<String> known =
        Combinators.combine(operation.map(FuzzTest::quoted), values())
            .as((name, id) -> "{\"operationName\":" + name + ",\"id\":" + id + "}");
    Arbitrary<String> odd =
        Combinators.combine(
                Arbitraries.of(
                    "operationName", "id", "uri", "saveLAR", "nickname", "channels", "place", ""),
                values())
            .as((name, value) -> quoted(name) + ":" + value)
            .list()
            .ofMaxSize(5)
            .map(members -> "{" + String.join(",", members) + "}");
    return broken(Arbitraries.oneOf(known, odd, values()));
  }

  @Provide
  Arbitrary<byte[]> bayeux() {
    Arbitrary<String> channel =
        Arbitraries.of(
                "/meta/handshake",
                "/meta/connect",
                "/meta/subscribe",
                "/meta/unsubscribe",
                "/meta/disconnect",
                "/meta/none",
                "/v2/me/workbins",
                "/**",
                "/v2/me/*",
                "/service/x",
                "",
                "/",
                "x")
            .map(FuzzTest::quoted);
    Arbitrary<String> member =
        Combinators.combine(
                Arbitraries.of(
                    "channel",
                    "clientId",
                    "id",
                    "subscription",
                    "advice",
                    "ext",
                    "data",
                    "version",
                    "minimumVersion",
                    "supportedConnectionTypes",
                    "connectionType",
                    "successful"),
                Arbitraries.oneOf(
                    values(), channel, channel.list().ofMaxSize(3).map(String::valueOf)))
            .as((name, value) -> quoted(name) + ":" + value);
    Arbitrary<String> message =
        Combinators.combine(
                channel,
                Arbitraries.of("", ",\"clientId\":" + quoted(SESSION)),
                member.list().ofMaxSize(4))
            .as((to, session, members) ->
                Stream.concat(Stream.of("\"channel\":" + to + session), members.stream())
                    .distinct()
                    .collect(Collectors.joining(",", "{", "}")));
    return broken(
        Arbitraries.oneOf(
            message.list().ofMinSize(1).ofMaxSize(4).map(String::valueOf),
            message,
            values(),
            message.map(each -> "[" + (each + ",").repeat(300) + each + "]"),
            message.map(each -> "[" + (each + ",").repeat(60) + each + "]")));
  }

  @Provide
  Arbitrary<String> suffixes() {
    return Arbitraries.of("", "", "", "/", "/connect", "/handshake", "/a/b", "?jsonp=x", "/;x=1");
  }

  /** JSON values of every kind; some are none. */
  private static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            quoted(UNKNOWN),
            "null",
            "true",
            "0",
            "-0",
            "7",
            "1e400",
            "-1E-999999999",
            "9".repeat(1_200),
            "0.1e1",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[]]",
            "{\"a\":{\"a\":null}}",
            "{\"a\":1,\"a\":2}",
            "NaN",
            "'x'",
            "01",
            "\"\n\"",
            "[".repeat(2_000),
            "[".repeat(600) + "]".repeat(600),
            "{\"a\":".repeat(1_500) + "1",
            quoted("x".repeat(70_000)),
            quoted("/api/v2/chats/" + UNKNOWN),
            quoted("😀"),
            quoted("../../etc"),
            quoted("' or 1=1 --"),
            quoted("[\"/meta/connect\"]")),
        Arbitraries.strings().ofMaxLength(20).map(FuzzTest::quoted),
        Arbitraries.strings().withCharRange('!', '~').ofMaxLength(20));
  }

  /** Most texts as they are, and some with bytes that are put in, changed or left out. */
  private static Arbitrary<byte[]> broken(Arbitrary<String> texts) {
    Arbitrary<byte[]> whole = texts.map(text -> text.getBytes(UTF_8));
    Arbitrary<Function<byte[], byte[]>> damage =
        Arbitraries.of(
            List.<Function<byte[], byte[]>>of(
                bytes -> bytes,
                bytes -> bytes,
                bytes -> bytes,
                bytes -> Arrays.copyOf(bytes, bytes.length / 2),
                bytes -> Arrays.copyOf(bytes, bytes.length + 3),
                bytes -> changed(bytes, (byte) 0xff),
                bytes -> changed(bytes, (byte) 0xc3),
                bytes -> changed(bytes, (byte) 0),
                bytes -> ("\ufeff" + new String(bytes, UTF_8)).getBytes(UTF_8),
                bytes -> new String(bytes, UTF_8).getBytes(UTF_16)));
    return Combinators.combine(whole, damage).as((bytes, how) -> how.apply(bytes));
  }

  private static byte[] changed(byte[] bytes, byte to) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[changed.length * 2 / 3] = to;
    }
    return changed;
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  private static byte[] pullUnknown() {
    return ("{\"operationName\":\"PullChat\",\"id\":\"" + UNKNOWN + "\"}").getBytes(UTF_8);
  }

  private static byte[] subscribeNowhere() {
    return "{\"operationName\":\"Subscribe\"}".getBytes(UTF_8);
  }

  private static String basic(String credentials) {
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(ISO_8859_1));
  }

  /** Where the ledger stands: the end of its journal, and the counters of every bin. */
  private record Snapshot(long journal, Map<BinId, BinState> bins) {

    static Snapshot of(DemoServer demo) {
      var directory = demo.part(Directories.class).now();
      List<BinId> bins = new ArrayList<>();
      directory
          .workbins()
          .forEach(workbin ->
              owners(demo).stream()
                  .filter(owner -> owner.kind() == workbin.ownerKind())
                  .forEach(owner -> bins.add(new BinId(workbin.id(), owner))));
      assertThat(bins).hasSizeGreaterThan(8);
      return new Snapshot(demo.part(Journal.class).last(), demo.part(Bins.class).states(bins));
    }

    private static List<OwnerId> owners(DemoServer demo) {
      var directory = demo.part(Directories.class).now();
      List<OwnerId> owners = new ArrayList<>();
      owners.add(directory.agentGroupNamed("MyAgentGroup").orElseThrow().id());
      owners.add(directory.placeGroupNamed("MyPlaceGroup").orElseThrow().id());
      for (String place : List.of("Desk-1", "Desk-2", "Desk-9")) {
        owners.add(directory.placeNamed(place).orElseThrow().id());
      }
      for (String user : List.of("ada", "ben", "cleo", "dan", "sue", "admin")) {
        owners.add(demo.user(user));
      }
      return owners;
    }
  }
}
