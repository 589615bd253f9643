package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openworkbin.testing.TestLedger.content;
import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.move;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger.KeptAnswer;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Location.Ending;
import org.openworkbin.ledger.Move.Terms;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestLedger;

/** What a ledger promises about moves that ask for more: fences, edits, old places, offers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TermsContract {
  private TestLedger store;
  private UserId agent;
  private BinId bin;

  abstract Dialect dialect();

  @BeforeAll
  void open() {
    store = TestLedger.on(dialect());
    agent = store.newUser();
    bin = store.newBin();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void fencedMoveHappensWithTheNumberOfThePull() {
    Interaction held = pulledFrom(bin);

    Entry back = entry(ledger().move(add(held, bin).on(Terms.NONE.fencedBy(held.hold()))));

    assertThat(back.to()).isEqualTo(in(bin));
  }

  @Test
  void lateWriteOfSomebodyWhoLostTheItemAndHasItAgainIsRefused() {
    Interaction before = pulledFrom(bin);
    ledger().move(add(before, bin));
    Interaction again = pulled(before, bin);

    Outcome late = ledger().move(add(again, bin).on(Terms.NONE.fencedBy(before.hold())));
    Outcome lateEdit =
        ledger().move(edit(again, content(5)).on(revised(again).fencedBy(before.hold())));

    assertThat(late).isEqualTo(new Outcome.Changed(again));
    assertThat(lateEdit).isEqualTo(new Outcome.Changed(again));
    assertThat(now(again)).isEqualTo(again);
  }

  @Test
  void itemGoesBackToItsOldPlace() {
    BinId line = store.newBin();
    Interaction first = store.create(in(line));
    Interaction second = store.create(in(line));
    Interaction held = pulled(first, line);

    Entry back = entry(ledger().move(release(held, line)));

    assertThat(store.contentOf(line))
        .extracting(Interaction::id)
        .containsExactly(first.id(), second.id());
    assertThat(back.interaction().placement()).isEqualTo(first.placement());
    assertThat(back.entered()).contains(new BinState(line, 4, 2));
  }

  @Test
  void onlyTheBinItCameFromHasItsOldPlace() {
    Interaction held = pulledFrom(bin);

    Outcome elsewhere = ledger().move(release(held, store.newBin()));

    assertThat(elsewhere).isEqualTo(new Outcome.Changed(held));
  }

  @Test
  void editOfAParkedItemCountsAsAChangeOfItsBin() {
    BinId line = store.newBin();
    Interaction urgent = store.create(Medium.WORKITEM, 1, in(line));
    Interaction other = store.create(Medium.WORKITEM, 0, in(line));

    Entry edited = entry(ledger().move(edit(other, content(9))));

    assertThat(edited.isEdit()).isTrue();
    assertThat(edited.left()).isEmpty();
    assertThat(edited.entered()).contains(new BinState(line, 3, 2));
    assertThat(edited.interaction().content()).isEqualTo(content(9));
    assertThat(edited.interaction().contentVersion()).isEqualTo(edited.number());
    assertThat(edited.interaction().hold()).isEqualTo(other.hold());
    assertThat(edited.interaction().placement()).isEqualTo(other.placement());
    assertThat(edited.interaction().since()).isEqualTo(other.since());
    assertThat(store.contentOf(line))
        .extracting(Interaction::id)
        .containsExactly(other.id(), urgent.id());
    assertThat(store.journal().ofBin(line, 2, 10).entries()).containsExactly(edited);
  }

  @Test
  void editInHandTouchesNoBinAndKeepsTheHold() {
    Interaction held = pulledFrom(bin);
    long revision = store.bins().state(bin).revision();

    Entry edited = entry(ledger().move(edit(held, content(2))));

    assertThat(edited.entered()).isEmpty();
    assertThat(edited.interaction().hold()).isEqualTo(held.hold());
    assertThat(edited.interaction().lastBin()).contains(bin);
    assertThat(store.bins().state(bin).revision()).isEqualTo(revision);
    assertThat(store.journal().after(edited.number() - 1, 1)).containsExactly(edited);
  }

  @Test
  void editOfOldContentIsRefused() {
    Interaction held = pulledFrom(bin);
    Interaction edited = entry(ledger().move(edit(held, content(2)))).interaction();

    Outcome late = ledger().move(edit(held, content(3)));

    assertThat(late).isEqualTo(new Outcome.Changed(edited));
  }

  @Test
  void contentMayChangeWithTheMove() {
    Interaction held = pulledFrom(bin);

    Entry sent =
        entry(
            ledger()
                .move(
                    new Move(
                            held.id(),
                            Optional.empty(),
                            hand(agent),
                            new Location.Ended(Ending.SENT),
                            agent,
                            Reason.SEND,
                            9)
                        .on(Terms.NONE.revising(held.contentVersion(), content(4)))));

    assertThat(sent.interaction().content()).isEqualTo(content(4));
    assertThat(now(held)).isEqualTo(sent.interaction());
  }

  @Test
  void onlyAnEditStaysWhereItIs() {
    Interaction held = pulledFrom(bin);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger().move(move(held.id(), hand(agent), hand(agent), agent)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger().move(edit(held, content(1)).on(Terms.NONE)));
  }

  @Test
  void offerIsNobodysUntilItIsAcceptedAndGoesBackWhenItIsNot() {
    UserId other = store.newUser();
    Interaction held = pulledFrom(bin);
    Location.Offer offer = new Location.Offer(other, agent);

    Entry offered = entry(ledger().move(to(held, hand(agent), offer, Reason.TRANSFER)));

    assertThat(store.hands().inHand(agent)).doesNotContain(offered.interaction());
    assertThat(store.hands().offeredTo(other)).containsExactly(offered.interaction());
    assertThat(store.hands().offers()).contains(offered.interaction());
    assertThat(store.journal().after(offered.number() - 1, 1)).containsExactly(offered);
    assertThat(ledger().move(add(held, bin))).isInstanceOf(Outcome.Lost.class);

    Entry rejected = entry(ledger().move(to(held, offer, hand(agent), Reason.REJECT)));
    assertThat(rejected.from()).isEqualTo(offer);
    assertThat(store.journal().after(rejected.number() - 1, 1)).containsExactly(rejected);
    assertThat(store.hands().offeredTo(other)).isEmpty();
    assertThat(rejected.interaction().lastBin()).contains(bin);
    assertThat(ledger().move(to(held, offer, hand(other), Reason.ACCEPT)))
        .isEqualTo(new Outcome.Lost(rejected.interaction(), Optional.empty()));
  }

  @Test
  void offerOfAnotherIsNotAccepted() {
    UserId other = store.newUser();
    Interaction held = pulledFrom(bin);
    ledger().move(to(held, hand(agent), new Location.Offer(other, agent), Reason.TRANSFER));

    Outcome outcome =
        ledger()
            .move(to(held, new Location.Offer(other, store.newUser()), hand(other), Reason.ACCEPT));

    assertThat(outcome).isInstanceOf(Outcome.Lost.class);
  }

  @Test
  void noteStaysWithTheItemAsLongAsItStays() {
    Interaction parked = store.create(in(bin));

    Entry pulled =
        entry(
            ledger()
                .move(move(parked.id(), in(bin), hand(agent), agent).on(Terms.NONE.noted("Jo"))));
    Interaction edited = entry(ledger().move(edit(pulled.interaction(), content(1)))).interaction();
    Interaction back = entry(ledger().move(add(edited, bin))).interaction();

    assertThat(pulled.interaction().note()).contains("Jo");
    assertThat(store.journal().after(pulled.number() - 1, 1)).containsExactly(pulled);
    assertThat(edited.note()).contains("Jo");
    assertThat(back.note()).isEmpty();
    assertThat(now(back).note()).isEmpty();
  }

  @Test
  void lastAgentOfAContactShowsOnWhatIsCreatedLater() {
    String contact = store.ids().newUuid().toString();
    Creation creation = store.creation(Medium.EMAIL, content(0), in(bin)).about(contact);
    Interaction first = entry(ledger().create(creation)).interaction();
    Interaction held = pulled(first, bin);

    ledger().move(add(held, bin).on(Terms.NONE.savingLastAgent()));
    Interaction later =
        entry(ledger().create(store.creation(Medium.CHAT, content(0), in(bin)).about(contact)))
            .interaction();

    assertThat(first.lastAgent()).isEmpty();
    assertThat(now(first).lastAgent()).isEmpty();
    assertThat(later.lastAgent()).contains(agent);
    assertThat(now(later)).isEqualTo(later);
  }

  @Test
  void creationRemembersItsHome() {
    QueueId queue = new QueueId(store.ids().newUuid().toString());

    Interaction created =
        entry(
                ledger()
                    .create(
                        store.creation(Medium.WORKITEM, content(0), hand(agent)).withHome(queue)))
            .interaction();

    assertThat(created.home()).contains(queue);
    assertThat(now(created)).isEqualTo(created);
    assertThat(store.hands().holders()).contains(agent);
  }

  @Test
  void nextPullTakesTheFirstOfTheMediaThatAreAskedFor() {
    BinId line = store.newBin();
    store.create(Medium.CHAT, 9, in(line));
    Interaction low = store.create(Medium.EMAIL, 1, in(line));
    Interaction high = store.create(Medium.WORKITEM, 5, in(line));
    NextPull wish =
        new NextPull(line, Set.of(Medium.EMAIL, Medium.WORKITEM), Optional.empty(), agent, 3);

    Entry first = entry(ledger().pull(wish));
    Entry second = entry(ledger().pull(wish));

    assertThat(first.interaction().id()).isEqualTo(high.id());
    assertThat(first.to()).isEqualTo(hand(agent));
    assertThat(second.interaction().id()).isEqualTo(low.id());
    assertThat(ledger().pull(wish)).isEqualTo(new Outcome.NothingThere(line));
    assertThat(store.bins().state(line)).isEqualTo(new BinState(line, 5, 1));
  }

  @Test
  void nextPullTakesTheFirstOfThoseThatAreStillThere() {
    BinId line = store.newBin();
    Interaction gone = store.create(in(line));
    Interaction left = store.create(in(line));
    store.create(in(line));
    pulled(gone, line);

    Outcome outcome =
        ledger()
            .pull(
                new NextPull(
                    line,
                    Set.of(Medium.CHAT),
                    Optional.of(List.of(gone.id(), left.id())),
                    agent,
                    0));

    assertThat(entry(outcome).interaction().id()).isEqualTo(left.id());
  }

  @Test
  void nextPullOfABinNeverUsedFindsNothingAndKeepsItsAnswer() {
    BinId empty = store.newBin();
    NextPull wish = new NextPull(empty, Set.of(Medium.CHAT), Optional.empty(), agent, 0);
    String key = store.ids().newUuid().toString();

    Outcome outcome =
        ledger()
            .pull(wish, new Receipt(agent, key, "digest", found -> Optional.of("told " + found)));

    assertThat(outcome).isEqualTo(new Outcome.NothingThere(empty));
    assertThat(ledger().answered(agent, key)).contains(new KeptAnswer("digest", "told " + outcome));
  }

  @Test
  void timesOfABinAreThoseOfItsOldestAndNewest() {
    BinId line = store.newBin();
    Interaction first = store.create(in(line));
    Interaction last = store.create(in(line));
    BinId empty = store.newBin();

    var times = store.bins().times(List.of(line, empty));

    assertThat(times.get(line))
        .isEqualTo(
            new Bins.Times(
                new BinState(line, 2, 2),
                first.placement().map(Interaction.Placement::at),
                last.placement().map(Interaction.Placement::at)));
    assertThat(times.get(empty))
        .isEqualTo(new Bins.Times(new BinState(empty, 0, 0), Optional.empty(), Optional.empty()));
    assertThat(store.bins().occupied()).contains(new BinState(line, 2, 2));
  }

  private Ledger ledger() {
    return store.ledger();
  }

  private Interaction now(Interaction before) {
    return store.bins().find(before.id()).orElseThrow();
  }

  private Interaction pulledFrom(BinId from) {
    return pulled(store.create(in(from)), from);
  }

  @Test
  void whatIsUndoneTakesThePositionThatItHad() {
    BinId bin = store.newBin();
    BinId other = store.newBin();
    Interaction first = store.create(in(bin));
    Interaction second = store.create(in(bin));
    Entry moved = entry(store.ledger().move(to(first, in(bin), in(other), Reason.MOVE)));
    Move back =
        to(first, in(other), in(bin), Reason.UNDO)
            .on(Terms.NONE.fencedBy(moved.number()).toPlace(first.placement().orElseThrow()));

    Interaction undone = entry(store.ledger().move(back)).interaction();

    assertThat(undone.placement()).isEqualTo(first.placement());
    assertThat(store.contentOf(bin))
        .extracting(Interaction::id)
        .containsExactly(first.id(), second.id());
    assertThat(store.ledger().move(back)).isInstanceOf(Outcome.Lost.class);
  }

  private Interaction pulled(Interaction parked, BinId from) {
    return entry(store.pulled(parked.id(), from, agent)).interaction();
  }

  private Move add(Interaction held, BinId target) {
    return move(held.id(), hand(agent), in(target), agent);
  }

  private Move release(Interaction held, BinId target) {
    return to(held, hand(agent), in(target), Reason.RELEASE)
        .on(Terms.NONE.fencedBy(held.hold()).toOldPlace());
  }

  private Move to(Interaction item, Location from, Location to, Reason reason) {
    return new Move(item.id(), Optional.empty(), from, to, agent, reason, 0);
  }

  private Move edit(Interaction item, Content content) {
    return to(item, item.location(), item.location(), Reason.EDIT)
        .on(Terms.NONE.revising(item.contentVersion(), content));
  }

  private static Terms revised(Interaction item) {
    return Terms.NONE.revising(item.contentVersion(), content(5));
  }
}
