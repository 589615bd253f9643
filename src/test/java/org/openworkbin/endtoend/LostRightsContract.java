package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.TestClient;

/**
 * Who loses a right in the middle of a crowd of pulls and deliveries: nothing is pulled by it and
 * nothing is told by it once the change was answered.
 */
abstract class LostRightsContract {
  private static final int ROUNDS = 6;
  private static final int PULLERS = 6;
  private static final int ITEMS = 40;
  private static final long MANY = 60;
  private static final int MORE_THAN_BUFFERS = 250;
  private static final Content LARGE =
      new Content(
          "Inbound",
          "2026-11-22 09:00:00.000+0000",
          0,
          "{}",
          "{\"Note\":\"" + "x".repeat(60_000) + "\"}");

  /** Ben's own bin, and behind it that of the team. */
  private static final String BOTH_BINS =
      "GET /api/v2/me/workbins?subresources=*&agentGroup=MyAgentGroup&workbinIds="
          + Calls.IN_PROGRESS
          + ","
          + Calls.TEAM
          + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic "
          + Base64.getEncoder().encodeToString("ben:demo".getBytes(US_ASCII))
          + "\r\n\r\n";

  private final Dialect dialect;
  private DemoServer demo;
  private Calls calls;

  LostRightsContract(Dialect dialect) {
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

  @Test
  void whoIsTakenOutOfTheGroup() throws Exception {
    inTheMiddleOfACrowd(
        demo.teamBin(),
        Calls.TEAM_BIN,
        () -> changeTeam("deletedAgentDBIDs"),
        () -> changeTeam("addedAgentDBIDs"));
  }

  @Test
  void whoseDeskIsTakenBySomebodyElse() throws Exception {
    BinId desks =
        new BinId(
            new WorkbinId(Calls.DESKS),
            demo.part(Directories.class).now().placeGroupNamed("MyPlaceGroup").orElseThrow().id());
    inTheMiddleOfACrowd(
        desks,
        Calls.DESKS_BIN,
        () -> session("cleo", "'operationName': 'StartContactCenterSession', 'place': 'Desk-2'"),
        () -> {
          session("cleo", "'operationName': 'EndContactCenterSession'");
          return true;
        });
  }

  @Test
  void whoReadsSlowlyIsShownNothingThatCameAfterIt() throws Exception {
    String before = demo.park(Medium.WORKITEM, demo.bensBin());
    IntStream.range(0, MORE_THAN_BUFFERS)
        .forEach(_ -> demo.park(Medium.WORKITEM, demo.bensBin(), LARGE));
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(1024);
      slow.setSoTimeout(60_000);
      slow.connect(
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), URI.create(demo.url()).getPort()));
      slow.getOutputStream().write(BOTH_BINS.getBytes(US_ASCII));
      String begin = new String(slow.getInputStream().readNBytes(12), US_ASCII);

      changeTeam("deletedAgentDBIDs");
      String after = demo.park(Medium.WORKITEM, demo.teamBin());

      String rest = new String(slow.getInputStream().readAllBytes(), US_ASCII);
      assertThat(begin).isEqualTo("HTTP/1.1 200");
      assertThat(rest.contains(before)).as("what he may see").isTrue();
      assertThat(rest.contains(after)).as("what came after he lost the right").isFalse();
      assertThat(rest.endsWith("\r\n0\r\n\r\n")).as("looks as if it were whole").isFalse();
    }
  }

  /** Ben loses the right and gets it back, again and again, while ada goes on. */
  private void inTheMiddleOfACrowd(BinId bin, String address, Change take, Change giveBack)
      throws Exception {
    IntStream.range(0, ITEMS).forEach(_ -> demo.park(Medium.WORKITEM, bin));
    AtomicBoolean ends = new AtomicBoolean();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor();
        PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      for (int i = 0; i < PULLERS; i++) {
        String user = i % 2 == 0 ? "ben" : "ada";
        var _ = crowd.submit(() -> pullAndPutBack(user, address, ends));
      }
      try {
        for (int round = 0; round < ROUNDS; round++) {
          round(bin, address, ben, take, giveBack);
        }
      } finally {
        ends.set(true);
      }
    }
    StoreAudit audit = new StoreAudit();
    audit.play(demo.part(Journal.class).after(0, Integer.MAX_VALUE));
    audit.compare(demo.part(Bins.class));
  }

  private void round(BinId bin, String address, PushClient ben, Change take, Change giveBack)
      throws Exception {
    UserId benId = demo.user("ben");
    Journal journal = demo.part(Journal.class);
    calls.done("ben", address, "Subscribe");
    long begin = journal.last();
    await()
        .until(
            () -> movesBetween(begin, journal.last(), bin).anyMatch(e -> e.actor().equals(benId)));

    take.make();
    long taken = journal.last();
    long seen = demo.part(Bins.class).state(bin).revision();

    await().until(() -> movesBetween(taken, journal.last(), bin).count() >= MANY);
    long end = journal.last();
    long endRevision = demo.part(Bins.class).state(bin).revision();
    giveBack.make();

    assertThat(movesBetween(taken, end, bin)).noneMatch(entry -> entry.actor().equals(benId));
    List<Long> heard = revisions(ben.all(), bin);
    assertThat(heard).isNotEmpty().anyMatch(revision -> revision <= seen);
    assertThat(heard).noneMatch(revision -> revision > seen && revision <= endRevision);
  }

  private Stream<Entry> movesBetween(long from, long to, BinId bin) {
    return demo.part(Journal.class).after(from, Integer.MAX_VALUE).stream()
        .filter(entry -> entry.number() <= to)
        .filter(entry ->
            Stream.concat(entry.left().stream(), entry.entered().stream())
                .anyMatch(state -> state.bin().equals(bin)));
  }

  private static List<Long> revisions(List<Heard> heard, BinId bin) {
    return heard.stream()
        .map(Heard::data)
        .filter(data -> data.path("messageType").asString("").equals("WorkbinStateChangeMessage"))
        .filter(data -> data.path("id").asString("").equals(bin.workbin().value()))
        .filter(data -> data.has("agentGroup") || data.has("placeGroup"))
        .map(data -> data.get("revision").longValue())
        .toList();
  }

  /** Goes on whatever it is answered; what it can't put back there goes into the own bin. */
  private void pullAndPutBack(String user, String address, AtomicBoolean ends) {
    TestClient client = demo.client(user);
    while (!ends.get()) {
      TestClient.Reply pulled =
          client.post("/api/v2" + address, "{\"operationName\":\"PullNext\"}");
      if (pulled.status() == 200) {
        String add =
            "{\"operationName\":\"AddInteraction\",\"id\":\"%s\"}"
                .formatted(pulled.header("Workbin-Item"));
        if (client.post("/api/v2" + address, add).status() != 200) {
          client.post("/api/v2" + Calls.MY_BIN, add);
        }
      }
    }
  }

  /** Takes ben out of the group or puts him into it. */
  private boolean changeTeam(String member) {
    Directory now = demo.part(Directories.class).now();
    int team = now.number(now.agentGroupNamed("MyAgentGroup").orElseThrow().key());
    int ben = now.number(User.key(demo.user("ben")));
    TestClient.Reply reply =
        demo.client("admin")
            .put(
                "/api/v2/platform/configuration/agent-groups/" + team,
                "{\"%s\":[\"%d\"]}".formatted(member, ben));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return true;
  }

  private boolean session(String user, String members) {
    String body = ("{" + members + "}").replace('\'', '"');
    assertThat(calls.post(user, "/me", body).status()).isEqualTo(200);
    return true;
  }

  @FunctionalInterface
  private interface Change {
    boolean make() throws Exception;
  }
}
