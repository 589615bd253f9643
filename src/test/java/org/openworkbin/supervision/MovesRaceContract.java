package org.openworkbin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.supervision.Office.ok;
import static org.openworkbin.supervision.Office.succeeded;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.http.ReferenceIds;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.TestClient.Reply;

/** Supervisors who move and undo while agents pull the same items, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MovesRaceContract {
  private static final int AGENTS = 12;
  private static final int ITEMS = 60;
  private static final List<String> TEAM = List.of("ada", "ben", "cleo");

  private final Dialect dialect;
  private DemoServer demo;
  private Office office;

  MovesRaceContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect);
    office = new Office(demo);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  /** Each item is where exactly one was told that he has moved it to. */
  @Test
  void aCrowdThatPullsWhatIsMovedAndUndoneFindsEachItemInOnePlace() throws Exception {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, ITEMS);

    List<Reply> moves =
        AtOnce.run(
            AGENTS + 1,
            thread ->
                thread == AGENTS
                    ? office.move("sue", "", items, to, "")
                    : pullAll(thread, from, items));

    List<String> moved = succeeded(moves.getLast().json());
    assertThat(office.order(to)).containsExactlyElementsOf(moved);
    assertThat(items.stream().filter(item -> !moved.contains(item)))
        .allMatch(item -> find(item).location() instanceof Location.Hand);

    String move = moves.getLast().json().get("move").stringValue();
    List<Reply> undone =
        AtOnce.run(
            AGENTS + 2,
            thread -> thread < AGENTS ? pullAll(thread, to, items) : office.undo("sue", move));

    List<Reply> undos = undone.subList(AGENTS, AGENTS + 2);
    assertThat(undos).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
    Reply undo = undos.get(0).status() == 200 ? undos.get(0) : undos.get(1);
    assertThat(office.order(from)).containsExactlyInAnyOrderElementsOf(succeeded(undo.json()));
    assertThat(office.order(to)).isEmpty();
    StoreAudit audit = new StoreAudit();
    audit.play(demo.part(Journal.class).after(0, Integer.MAX_VALUE));
    audit.compare(demo.part(Bins.class));
  }

  /** Two want each of them, and some nobody wants. */
  private Reply pullAll(int thread, BinId bin, List<String> items) {
    String agent = TEAM.get(thread % TEAM.size());
    String address = "/me/workbins/" + bin.workbin().value() + "?agentGroup=MyAgentGroup";
    Reply last = null;
    for (int i = thread; i < items.size() * 2 / 3; i += AGENTS / 2) {
      last =
          office.post(
              agent, address, "{'operationName':'PullWorkitem','id':'" + items.get(i) + "'}");
      assertThat(last.status()).as(last.text()).isIn(200, 404, 409);
    }
    return last;
  }

  /** The undo has decided to take it back, and waits while somebody pulls it. */
  @Test
  void whatIsPulledWhileItIsUndoneStaysInTheHand() throws Exception {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    String item = office.park(from, 1).getFirst();
    String move = ok(office.move("sue", "", List.of(item), to, "")).get("move").stringValue();
    Gate gate = new Gate(demo.part(Ledger.class));

    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<BulkMove> undone =
          other.submit(() -> recentMoves(gate).undo(demo.user("sue"), move, Optional.empty()));
      gate.arrived.await();
      office.pull("ben", to, item);
      gate.opened.countDown();

      BulkMove.Item told = undone.get().items().getFirst();
      assertThat(told.undoHold()).isEmpty();
      assertThat(told.undoRefusal()).contains(Stay.ELSEWHERE);
    }
    assertThat(find(item).location()).isEqualTo(new Location.Hand(demo.user("ben")));
    assertThat(office.order(from)).isEmpty();
  }

  /** The move has decided to take it out of the bin, and waits while somebody pulls it. */
  @Test
  void whatIsPulledWhileItIsMovedIsNotTornOutOfTheHand() throws Exception {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    String item = office.park(from, 1).getFirst();
    Gate gate = new Gate(demo.part(Ledger.class));
    BulkMove move = office.planned(List.of(item), to, false);
    BulkMove.Item seen = move.items().getFirst();

    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<BulkMove.Item> moved = other.submit(() -> decisions(gate).there(move, seen));
      gate.arrived.await();
      office.pull("ada", from, item);
      ok(office.post("ada", "/me/workitems/" + item, "{'operationName':'Release'}"));
      gate.opened.countDown();

      assertThat(moved.get().refusal()).contains(Stay.ELSEWHERE);
    }
    assertThat(office.order(from)).containsExactly(item);
  }

  /** The undo is in the middle, and the request that was cut off comes again. */
  @Test
  void whatIsUndoneIsNotGoneOnWith() throws Exception {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    String id = office.cutOffAfterTheFirst(items, to, "").id();
    MoveMemory memory = demo.part(MoveMemory.class);
    MoveStore store = demo.part(MoveStore.class);
    Gate gate = new Gate(demo.part(Ledger.class));

    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<BulkMove> undone =
          other.submit(() -> recentMoves(gate).undo(demo.user("sue"), id, Optional.empty()));
      gate.arrived.await();

      try {
        assertThat(memory.resume(id, MovesRaceContract::notToBeDone)).isEmpty();
        assertThat(memory.resume(id, MovesRaceContract::notToBeDone)).isEmpty();
        assertThat(store.resume(id)).isFalse();
        assertThat(memory.find(id).orElseThrow().underWay()).isTrue();
      } finally {
        gate.opened.countDown();
      }
      assertThat(undone.get().items().getFirst().undoHold()).isPresent();
    }
    assertThat(store.resume(id)).isFalse();
    BulkMove found = memory.find(id).orElseThrow();
    assertThat(found.undoing()).isPresent();
    assertThat(found.underWay()).isFalse();
    assertThat(found.items().getFirst().undoHold()).isPresent();
    assertThat(office.order(from)).containsExactlyElementsOf(items);
  }

  /** It was read when one was moved, and is undone when all are. */
  @Test
  void whatWasGoneOnWithIsUndoneAsItIsThen() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    String key = "g-" + items.getFirst();
    String id = office.cutOffAfterTheFirst(items, to, key).id();
    MoveMemory late = memoryThatIsReadBefore(() -> ok(office.repeat(key, items, to)));

    BulkMove undone =
        recentMoves(late, demo.part(Ledger.class)).undo(demo.user("sue"), id, Optional.empty());

    assertThat(undone.items()).allMatch(item -> item.undoHold().isPresent());
    assertThat(office.order(from)).containsExactlyElementsOf(items);
  }

  /** Lets something happen when it has found a move the first time. */
  private MoveMemory memoryThatIsReadBefore(Runnable event) {
    MoveStore store = demo.part(MoveStore.class);
    AtomicBoolean happened = new AtomicBoolean();
    MoveStore watched =
        (MoveStore)
            Proxy.newProxyInstance(
                MoveStore.class.getClassLoader(),
                new Class<?>[] {MoveStore.class},
                (_, method, values) -> {
                  Object found = method.invoke(store, values);
                  if (method.getName().equals("find") && happened.compareAndSet(false, true)) {
                    event.run();
                  }
                  return found;
                });
    return new MoveMemory(watched, demo.part(Journal.class), demo.part(InstantSource.class));
  }

  private static BulkMove notToBeDone(BulkMove move) {
    throw new AssertionError("two work on " + move);
  }

  private static MoveDecisions decisions(Ledger ledger) {
    return new MoveDecisions(ledger);
  }

  private RecentMoves recentMoves(Ledger ledger) {
    return recentMoves(demo.part(MoveMemory.class), ledger);
  }

  private RecentMoves recentMoves(MoveMemory memory, Ledger ledger) {
    return new RecentMoves(
        memory,
        decisions(ledger),
        demo.part(Directories.class),
        demo.part(Access.class),
        demo.part(ReferenceIds.class),
        demo.part(InstantSource.class));
  }

  private Interaction find(String item) {
    return demo.part(Bins.class).find(new InteractionId(item)).orElseThrow();
  }

  /** The supervisor's way to the ledger. */
  private static final class Gate implements Ledger {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Ledger ledger;

    Gate(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public Outcome move(Move move) {
      arrived.countDown();
      try {
        opened.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return ledger.move(move);
    }

    @Override
    public Outcome move(Move move, Receipt receipt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome pull(NextPull next) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome pull(NextPull next, Receipt receipt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome create(Creation creation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome create(Creation creation, Receipt receipt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<KeptAnswer> answered(UserId user, String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keep(UserId user, String key, KeptAnswer answer) {
      throw new UnsupportedOperationException();
    }
  }
}
