package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.center.CenterImport;
import org.openworkbin.center.CenterPlanner;
import org.openworkbin.center.ImportPlan;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Queues;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;

/** A queue that is removed while work is on its way there: nothing waits in one that is gone. */
class QueueRemovalTest {
  private static final String QUEUES = "/api/v2/administration/queues";
  private static final List<String> AGENTS = List.of("ada", "ben", "cleo", "dan");
  private static final int ROUNDS = 25;

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start(Dialect.SQLITE);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void whoFoundAQueueBeforeItWasRemovedKeepsIt() throws Exception {
    QueueId queue = create("Forced");
    String item = inHand("ada");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> removal;
      try (var _ = demo.part(RightsInUse.class).begin()) { // one who has found the queue
        removal = threads.submit(() -> remove(queue));
        await().until(() -> demo.part(Directories.class).now().queue(queue).isEmpty());

        assertThat(transfer("ada", item, "Forced").status()).as("nobody else does").isEqualTo(404);
        assertThat(toQueue(item, queue)).isInstanceOf(Outcome.Moved.class);
      }

      assertThat(removal.get().status()).isEqualTo(409);
    }
    assertThat(transfer("ben", inHand("ben"), "Forced").status()).isEqualTo(200);
  }

  @Test
  void anImportThatWasMadeForAQueueThatIsGoneIsStale() {
    QueueId queue = create("Planned");
    ImportPlan plan =
        demo.part(CenterPlanner.class)
            .plan(
                "interactions: "
                    + "[{ id: 0001PlannedForIt, medium: chat, age: 5m, in: { queue: Planned } }]",
                demo.part(PasswordHashing.class),
                demo.part(PasswordRules.class));
    CenterImport importer = demo.part(CenterImport.class);
    importer.change(Author.program("import"), plan);
    assertThat(remove(queue).status()).isEqualTo(200);

    assertIsStale(() -> importer.create(plan.interactions().getFirst()));
    assertIsStale(() -> importer.apply(Author.program("import"), plan));
    assertThat(demo.part(Queues.class).isEmpty(queue)).isTrue();
  }

  private static void assertIsStale(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.Stale()));
  }

  @Test
  void inACrowdNothingIsLeftInAQueueThatIsGone() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String name = "Crowd " + round;
      QueueId queue = create(name);
      List<String> items = AGENTS.stream().map(QueueRemovalTest::inHand).toList();

      List<Integer> answers =
          AtOnce.run(
              AGENTS.size() + 2,
              i ->
                  i < AGENTS.size()
                      ? transfer(AGENTS.get(i), items.get(i), name).status()
                      : remove(queue).status());

      List<Integer> transfers = answers.subList(0, AGENTS.size());
      List<Integer> removals = answers.subList(AGENTS.size(), answers.size());
      boolean gone = demo.part(Directories.class).now().queue(queue).isEmpty();
      assertThat(demo.part(Queues.class).isEmpty(queue)).as(name).isEqualTo(gone);
      if (gone) {
        assertThat(transfers).containsOnly(404);
        assertThat(removals).contains(200).isSubsetOf(200, 404);
      } else {
        assertThat(transfers).contains(200).isSubsetOf(200, 404);
        assertThat(removals).contains(409).isSubsetOf(409, 404);
      }
    }
  }

  private static QueueId create(String name) {
    Reply reply = demo.client("admin").post(QUEUES, "{\"name\":\"%s\"}".formatted(name));
    return new QueueId(reply.json().required("id").stringValue());
  }

  private static Reply remove(QueueId queue) {
    return demo.client("admin").delete(QUEUES + "/" + queue.value());
  }

  private static String inHand(String agent) {
    return demo.client(agent)
        .post("/api/v2/me/workitems", "{\"operationName\":\"Create\",\"mediaType\":\"workitem\"}")
        .header("Workbin-Item");
  }

  private static Reply transfer(String agent, String item, String queue) {
    return demo.client(agent)
        .post(
            "/api/v2/me/workitems/" + item,
            "{\"operationName\":\"Transfer\",\"queueName\":\"%s\"}".formatted(queue));
  }

  private static Outcome toQueue(String item, QueueId queue) {
    return demo.part(Ledger.class)
        .move(
            new Move(
                new InteractionId(item),
                Optional.empty(),
                new Location.Hand(demo.user("ada")),
                new Location.Queue(queue),
                demo.user("ada"),
                Reason.TRANSFER,
                0));
  }
}
