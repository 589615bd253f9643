package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.move;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Move.Terms;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.TestLedger;

/** What a ledger promises to a crowd that takes whatever comes next, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NextPullCrowdContract {
  private static final int THREADS = 160;
  private static final int ITEMS = 800;
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

  /** One pull, and the numbers of the newest journal entry before and after it. */
  private record Try(Outcome outcome, long before, long after) {}

  @Test
  void crowdTakesEachItemOnceAndUntilNothingIsLeft() throws Exception {
    BinId bin = store.newBin();
    AtOnce.run(ITEMS, i -> store.create(Medium.CHAT, i % 3, in(bin)));
    List<InteractionId> order = store.contentOf(bin).stream().map(Interaction::id).toList();
    long revision = store.bins().state(bin).revision();

    List<Try> tries = everybodyPullsUntilNothingIsThere(bin);

    assertThat(pulledOf(tries)).containsExactlyInAnyOrderElementsOf(order);
    assertThat(store.journal().ofBin(bin, revision, ITEMS + 1).entries())
        .as("one after the other, from the first to the last")
        .extracting(entry -> entry.interaction().id())
        .containsExactlyElementsOf(order);
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, revision + ITEMS, 0));
    nobodyWasSentAwayInVain(bin, tries);
    storeFitsItsJournal();
  }

  @Test
  void crowdOfDifferentWishesTakesEachItemOnce() throws Exception {
    BinId bin = store.newBin();
    AtOnce.run(ITEMS, i -> store.create(i % 2 == 0 ? Medium.CHAT : Medium.WORKITEM, 0, in(bin)));
    List<Interaction> all = store.contentOf(bin);
    List<InteractionId> some = all.stream().map(Interaction::id).limit(ITEMS / 2).toList();

    List<Try> tries =
        AtOnce.run(
                THREADS,
                thread -> {
                  UserId agent = store.newUser();
                  List<Try> mine =
                      new ArrayList<>(untilNothingIsThere(wish(thread, bin, some, agent)));
                  mine.addAll(untilNothingIsThere(any(bin, agent)));
                  return mine;
                })
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(pulledOf(tries))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Interaction::id).toList());
    assertThat(store.contentOf(bin)).isEmpty();
    storeFitsItsJournal();
  }

  private static NextPull wish(int thread, BinId bin, List<InteractionId> some, UserId agent) {
    return switch (thread % 3) {
      case 0 -> new NextPull(bin, Set.of(Medium.CHAT), Optional.empty(), agent, 0);
      case 1 -> new NextPull(bin, Set.of(Medium.WORKITEM), Optional.empty(), agent, 0);
      default -> new NextPull(bin, EnumSet.allOf(Medium.class), Optional.of(some), agent, 0);
    };
  }

  @Test
  void crowdThatTakesGivesBackAndFinishesLosesNothing() throws Exception {
    BinId bin = store.newBin();
    AtOnce.run(ITEMS, i -> store.create(Medium.WORKITEM, i % 3, in(bin)));

    List<Try> tries =
        AtOnce.run(THREADS, thread -> workUntilNothingIsThere(bin, new Random(thread))).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(tries).anyMatch(each -> each.outcome() instanceof Outcome.NothingThere);
    nobodyWasSentAwayInVain(bin, tries);
    storeFitsItsJournal();
  }

  /** Finishes two of three, and gives the others back to where they were or to the end. */
  private List<Try> workUntilNothingIsThere(BinId bin, Random random) {
    UserId agent = store.newUser();
    List<Try> mine = new ArrayList<>();
    while (true) {
      Try next = pull(any(bin, agent));
      mine.add(next);
      if (!(next.outcome() instanceof Outcome.Moved(Entry entry))) {
        return mine;
      }
      Interaction item = entry.interaction();
      switch (random.nextInt(6)) {
        case 0 -> done(release(item, bin, agent));
        case 1 -> done(move(item.id(), hand(agent), in(bin), agent));
        default -> done(complete(item, agent));
      }
    }
  }

  private void done(Move move) {
    assertThat(store.ledger().move(move)).isInstanceOf(Outcome.Moved.class);
  }

  private static Move release(Interaction item, BinId bin, UserId agent) {
    return new Move(item.id(), Optional.empty(), hand(agent), in(bin), agent, Reason.RELEASE, 0)
        .on(Terms.NONE.toOldPlace().fencedBy(item.hold()));
  }

  private static Move complete(Interaction item, UserId agent) {
    return new Move(
        item.id(),
        Optional.empty(),
        hand(agent),
        new Location.Ended(Location.Ending.COMPLETED),
        agent,
        Reason.COMPLETE,
        0);
  }

  private List<Try> everybodyPullsUntilNothingIsThere(BinId bin) throws Exception {
    return AtOnce.run(THREADS, _ -> untilNothingIsThere(any(bin, store.newUser()))).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Try> untilNothingIsThere(NextPull wish) {
    List<Try> mine = new ArrayList<>();
    do {
      mine.add(pull(wish));
    } while (mine.getLast().outcome() instanceof Outcome.Moved);
    assertThat(mine.getLast().outcome()).isEqualTo(new Outcome.NothingThere(wish.bin()));
    return mine;
  }

  private Try pull(NextPull wish) {
    long before = store.journal().last();
    Outcome outcome = store.ledger().pull(wish);
    return new Try(outcome, before, store.journal().last());
  }

  private static NextPull any(BinId bin, UserId agent) {
    return new NextPull(bin, EnumSet.allOf(Medium.class), Optional.empty(), agent, 0);
  }

  private static List<InteractionId> pulledOf(List<Try> tries) {
    return tries.stream()
        .map(Try::outcome)
        .filter(Outcome.Moved.class::isInstance)
        .map(outcome -> TestLedger.entry(outcome).interaction().id())
        .toList();
  }

  /** Who was told that nothing is there asked at a time when the bin was empty. */
  private void nobodyWasSentAwayInVain(BinId bin, List<Try> tries) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (Entry entry : store.journal().ofBin(bin, 0, Integer.MAX_VALUE).entries()) {
      counts.put(entry.number(), entry.entered().or(entry::left).orElseThrow().itemCount());
    }
    for (Try each : tries) {
      if (each.outcome() instanceof Outcome.NothingThere) {
        long first = counts.floorKey(each.before());
        assertThat(counts.subMap(first, true, each.after(), true).values())
            .as("%s", each)
            .contains(0L);
      }
    }
  }

  private void storeFitsItsJournal() {
    StoreAudit audit = new StoreAudit();
    audit.play(store.journal().after(0, Integer.MAX_VALUE));
    audit.compare(store.bins());
  }
}
