package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openworkbin.testing.TestLedger.content;
import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.move;
import static org.openworkbin.testing.TestLedger.pull;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Location.Ending;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestLedger;

/** What a ledger promises about each single move, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerContract {
  private TestLedger store;

  abstract Dialect dialect();

  @BeforeAll
  void open() {
    store = TestLedger.on(dialect());
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void creationPutsAnInteractionIntoABin() {
    BinId bin = store.newBin();
    Creation creation = store.creation(Medium.EMAIL, content(3), in(bin));

    Entry entry = entry(store.ledger().create(creation));

    Interaction now = entry.interaction();
    assertThat(now.id()).isEqualTo(creation.id());
    assertThat(now.medium()).isEqualTo(Medium.EMAIL);
    assertThat(now.content()).isEqualTo(creation.content());
    assertThat(now.submittedBy()).isEqualTo("ada");
    assertThat(now.location()).isEqualTo(in(bin));
    assertThat(now.placement()).contains(new Interaction.Placement(entry.number(), now.since()));
    assertThat(now.lastBin()).isEmpty();
    assertThat(now.hold()).isEqualTo(entry.number());
    assertThat(entry.from()).isEqualTo(new Location.Nowhere());
    assertThat(entry.left()).isEmpty();
    assertThat(entry.entered()).contains(new BinState(bin, 1, 1));
    assertThat(store.bins().find(creation.id())).contains(now);
  }

  @Test
  void creationMayKnowWhenItWasPlaced() {
    BinId bin = store.newBin();
    Instant placed = Instant.parse("2016-04-08T12:05:57.123456Z");
    Creation creation =
        new Creation(
            store.ids().newInteractionId(),
            Medium.CHAT,
            content(0),
            "demo",
            in(bin),
            store.newUser(),
            Reason.IMPORT,
            placed.getEpochSecond() * 1_000_000 + 123_456,
            0);

    Interaction now = entry(store.ledger().create(creation)).interaction();

    assertThat(now.placement().orElseThrow().at()).isEqualTo(placed);
    assertThat(now.since()).isEqualTo(placed);
    assertThat(now.submittedAt()).isEqualTo(placed);
    assertThat(store.bins().find(now.id())).contains(now);
  }

  @Test
  void creationInAHandAndInAQueueHasNoPlacement() {
    UserId agent = store.newUser();
    Interaction held = store.create(hand(agent));
    Interaction queued = store.create(new Location.Queue(new QueueId("sales")));

    assertThat(held.placement()).isEmpty();
    assertThat(queued.location()).isEqualTo(new Location.Queue(new QueueId("sales")));
    assertThat(store.bins().find(held.id())).contains(held);
    assertThat(store.bins().find(queued.id())).contains(queued);
  }

  @Test
  void secondCreationOfAnIdChangesNothing() {
    BinId bin = store.newBin();
    Creation first = store.creation(Medium.CHAT, content(0), in(bin));
    Interaction before = entry(store.ledger().create(first)).interaction();
    long last = store.journal().last();
    Creation second =
        new Creation(
            first.id(),
            Medium.EMAIL,
            content(9),
            "ben",
            hand(store.newUser()),
            store.newUser(),
            Reason.CREATE,
            0,
            0);

    assertThat(store.ledger().create(second)).isEqualTo(new Outcome.Exists(first.id()));

    assertThat(store.bins().find(first.id())).contains(before);
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 1, 1));
    assertThat(store.journal().last()).isEqualTo(last);
  }

  @Test
  void pullTakesOutOfTheBinIntoTheHand() {
    BinId bin = store.newBin();
    Interaction parked = store.create(in(bin));
    UserId agent = store.newUser();

    Entry entry = entry(store.pulled(parked.id(), bin, agent));

    Interaction now = entry.interaction();
    assertThat(now.location()).isEqualTo(hand(agent));
    assertThat(now.since()).isEqualTo(entry.at());
    assertThat(now.lastBin()).contains(bin);
    assertThat(now.placement()).isEqualTo(parked.placement());
    assertThat(now.content()).isEqualTo(parked.content());
    assertThat(now.hold()).isEqualTo(entry.number());
    assertThat(entry.from()).isEqualTo(in(bin));
    assertThat(entry.to()).isEqualTo(hand(agent));
    assertThat(entry.left()).contains(new BinState(bin, 2, 0));
    assertThat(entry.entered()).isEmpty();
    assertThat(entry.actor()).isEqualTo(agent);
    assertThat(entry.reason()).isEqualTo(Reason.PULL);
    assertThat(entry.referenceId()).isEqualTo(7);
    assertThat(store.bins().find(parked.id())).contains(now);
    assertThat(store.hands().inHand(agent)).containsExactly(now);
  }

  @Test
  void secondPullIsToldWhoHasTheItem() {
    BinId bin = store.newBin();
    Interaction parked = store.create(in(bin));
    Interaction other = store.create(Medium.EMAIL, 9, in(bin));
    Interaction next = store.create(in(bin));
    UserId first = store.newUser();
    Entry won = entry(store.pulled(parked.id(), bin, first));

    Outcome second = store.pulled(parked.id(), bin, store.newUser());

    assertThat(second).isEqualTo(new Outcome.Lost(won.interaction(), Optional.of(next.id())));
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 4, 2));
    assertThat(store.contentOf(bin)).containsExactly(other, next);
  }

  @Test
  void lostPullFromAnEmptyBinHasNoNext() {
    BinId bin = store.newBin();
    Interaction parked = store.create(in(bin));
    store.pulled(parked.id(), bin, store.newUser());

    Outcome second = store.pulled(parked.id(), bin, store.newUser());

    assertThat(second)
        .isInstanceOfSatisfying(Outcome.Lost.class, lost -> assertThat(lost.next()).isEmpty());
  }

  @Test
  void pullFromABinNeverUsedIsLost() {
    Interaction parked = store.create(in(store.newBin()));

    Outcome outcome = store.pulled(parked.id(), store.newBin(), store.newUser());

    assertThat(outcome).isEqualTo(new Outcome.Lost(parked, Optional.empty()));
  }

  @Test
  void pullOfAnUnknownIdIsAbsent() {
    InteractionId id = store.ids().newInteractionId();

    assertThat(store.pulled(id, store.newBin(), store.newUser())).isEqualTo(new Outcome.Absent(id));
  }

  @Test
  void pullOfAnotherMediumChangesNothing() {
    BinId bin = store.newBin();
    Interaction parked = store.create(in(bin));
    UserId agent = store.newUser();

    Outcome outcome = store.ledger().move(ofMedium(parked.id(), Medium.EMAIL, bin, agent));

    assertThat(outcome).isEqualTo(new Outcome.WrongMedium(parked));
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 1, 1));
    assertThat(store.ledger().move(ofMedium(parked.id(), Medium.CHAT, bin, agent)))
        .isInstanceOf(Outcome.Moved.class);
  }

  private static Move ofMedium(InteractionId id, Medium medium, BinId bin, UserId agent) {
    return new Move(id, Optional.of(medium), in(bin), hand(agent), agent, Reason.PULL, 0);
  }

  @Test
  void addGivesANewPlaceInTheBin() {
    BinId bin = store.newBin();
    Interaction first = store.create(in(bin));
    Interaction second = store.create(in(bin));
    UserId agent = store.newUser();
    store.pulled(first.id(), bin, agent);

    Entry added = entry(store.added(first.id(), agent, bin));

    assertThat(added.interaction().placement())
        .contains(new Interaction.Placement(added.number(), added.at()));
    assertThat(added.interaction().lastBin()).contains(bin);
    assertThat(added.entered()).contains(new BinState(bin, 4, 2));
    assertThat(store.contentOf(bin)).containsExactly(second, added.interaction());
  }

  @Test
  void addFromAnotherHandIsLost() {
    UserId holder = store.newUser();
    Interaction held = store.create(hand(holder));

    Outcome outcome = store.added(held.id(), store.newUser(), store.newBin());

    assertThat(outcome).isEqualTo(new Outcome.Lost(held, Optional.empty()));
  }

  @Test
  void moveBetweenBinsCountsInBoth() {
    BinId left = store.newBin();
    BinId entered = store.newBin();
    Interaction parked = store.create(in(left));
    store.create(in(entered));
    UserId supervisor = store.newUser();

    Entry entry = entry(store.ledger().move(move(parked.id(), in(left), in(entered), supervisor)));

    assertThat(entry.left()).contains(new BinState(left, 2, 0));
    assertThat(entry.entered()).contains(new BinState(entered, 2, 2));
    assertThat(entry.interaction().lastBin()).contains(left);
    assertThat(store.bins().state(left)).isEqualTo(new BinState(left, 2, 0));
    assertThat(store.bins().state(entered)).isEqualTo(new BinState(entered, 2, 2));
  }

  @Test
  void nothingMovesOutOfTheEnd() {
    UserId agent = store.newUser();
    Interaction held = store.create(hand(agent));
    Location end = new Location.Ended(Ending.COMPLETED);
    Interaction ended =
        entry(store.ledger().move(move(held.id(), hand(agent), end, agent))).interaction();

    Outcome again = store.ledger().move(move(held.id(), end, hand(agent), agent));

    assertThat(ended.location()).isEqualTo(end);
    assertThat(again).isEqualTo(new Outcome.Lost(ended, Optional.empty()));
    assertThat(store.hands().inHand(agent)).isEmpty();
  }

  @Test
  void queuedInteractionIsTakenOutOfItsQueue() {
    Location queue = new Location.Queue(new QueueId("sales"));
    Queues queues = store.parts().queues();
    assertThat(queues.isEmpty(new QueueId("sales"))).isTrue();
    Interaction queued = store.create(queue);
    UserId agent = store.newUser();
    assertThat(queues.isEmpty(new QueueId("sales"))).isFalse();

    Outcome wrong =
        store
            .ledger()
            .move(move(queued.id(), new Location.Queue(new QueueId("x")), hand(agent), agent));
    Entry taken = entry(store.ledger().move(move(queued.id(), queue, hand(agent), agent)));

    assertThat(wrong).isInstanceOf(Outcome.Lost.class);
    assertThat(taken.from()).isEqualTo(queue);
    assertThat(queues.isEmpty(new QueueId("sales"))).isTrue();
    assertThat(taken.interaction().lastBin()).isEmpty();
  }

  @Test
  void moveIntoTheSameBinIsABugOfTheCaller() {
    BinId bin = store.newBin();
    Interaction parked = store.create(in(bin));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> store.ledger().move(move(parked.id(), in(bin), in(bin), store.newUser())));
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 1, 1));
  }

  @Test
  void numbersRiseByOneAlsoOverARestart() {
    BinId bin = store.newBin();
    long first = store.create(in(bin)).hold();
    Interaction second = store.create(in(bin));
    store.pulled(store.ids().newInteractionId(), bin, store.newUser());

    store.restart();

    assertThat(second.hold()).isEqualTo(first + 1);
    assertThat(store.journal().last()).isEqualTo(second.hold());
    assertThat(entry(store.pulled(second.id(), bin, store.newUser())).number())
        .isEqualTo(first + 2);
    assertThat(store.bins().find(second.id()).orElseThrow().content()).isEqualTo(second.content());
  }

  @Test
  void pullIsSeenByNobodyBeforeItIsDecided() {
    BinId bin = store.newBin();
    Interaction parked = store.create(in(bin));

    assertThat(pull(parked.id(), bin, store.newUser()).from()).isEqualTo(in(bin));
    assertThat(store.contentOf(bin)).containsExactly(parked);
  }
}
