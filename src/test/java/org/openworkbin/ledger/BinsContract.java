package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.sql.Dialect;
import org.openworkbin.sql.SnapshotExpiredException;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestLedger;

/** What reading of bins promises, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BinsContract {
  private static final Set<Medium> ALL = EnumSet.allOf(Medium.class);
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
  void binNeverUsedIsEmpty() {
    BinId bin = store.newBin();

    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 0, 0));
    assertThat(store.bins().page(bin, ALL, 10, 0))
        .isEqualTo(new Bins.Page(new BinState(bin, 0, 0), List.of()));
    assertThat(read(bin, ALL).items).isEmpty();
  }

  @Test
  void orderIsPriorityThenPlace() {
    BinId bin = store.newBin();
    Interaction plain = store.create(Medium.CHAT, 0, in(bin));
    Interaction urgent = store.create(Medium.EMAIL, 9, in(bin));
    Interaction low = store.create(Medium.CHAT, -5, in(bin));
    Interaction alsoUrgent = store.create(Medium.CHAT, 9, in(bin));
    Interaction highest = store.create(Medium.CHAT, Integer.MAX_VALUE, in(bin));
    Interaction lowest = store.create(Medium.CHAT, Integer.MIN_VALUE, in(bin));

    assertThat(store.contentOf(bin))
        .containsExactly(highest, urgent, alsoUrgent, plain, low, lowest);
  }

  @Test
  void pageIsAPartInBinOrderWithTheStateOfAll() {
    BinId bin = store.newBin();
    List<Interaction> all = fill(bin, 10);

    Bins.Page page = store.bins().page(bin, ALL, 3, 4);

    assertThat(page.state()).isEqualTo(new BinState(bin, 10, 10));
    assertThat(page.items()).isEqualTo(all.subList(4, 7));
    assertThat(store.bins().page(bin, ALL, 3, 9).items()).isEqualTo(all.subList(9, 10));
    assertThat(store.bins().page(bin, ALL, 3, 10))
        .isEqualTo(new Bins.Page(page.state(), List.of()));
  }

  private List<Interaction> fill(BinId bin, int count) {
    return IntStream.range(0, count).mapToObj(i -> store.create(in(bin))).toList();
  }

  @Test
  void pageOfSomeMediaLeavesTheOthersOut() {
    BinId bin = store.newBin();
    Interaction chat = store.create(Medium.CHAT, 0, in(bin));
    Interaction email = store.create(Medium.EMAIL, 0, in(bin));
    Interaction tweet = store.create(Medium.TWEET, 0, in(bin));

    assertThat(store.bins().page(bin, Set.of(Medium.EMAIL), 9, 0).items()).containsExactly(email);
    assertThat(store.bins().page(bin, Set.of(Medium.TWEET, Medium.CHAT), 9, 0).items())
        .containsExactly(chat, tweet);
    assertThat(store.bins().page(bin, Set.of(Medium.FACEBOOK), 9, 0))
        .isEqualTo(new Bins.Page(new BinState(bin, 3, 3), List.of()));
    assertThat(store.bins().page(bin, Set.of(), 9, 0).items()).isEmpty();
  }

  @Test
  void statesOfSeveralBinsComeTogether() {
    BinId used = store.newBin();
    BinId unused = store.newBin();
    BinId alsoUsed = store.newBin();
    fill(used, 2);
    fill(alsoUsed, 1);

    assertThat(store.bins().states(List.of(used, unused, alsoUsed)))
        .isEqualTo(
            Map.of(
                used, new BinState(used, 2, 2),
                unused, new BinState(unused, 0, 0),
                alsoUsed, new BinState(alsoUsed, 1, 1)));
    assertThat(store.bins().states(List.of())).isEmpty();
  }

  @Test
  void wholeContentComesMediumByMediumInManyChunks() {
    BinId bin = store.newBin();
    List<Interaction> chats = fill(bin, 1203);
    Interaction urgent = store.create(Medium.CHAT, 1, in(bin));
    Interaction email = store.create(Medium.EMAIL, 9, in(bin));

    Taken taken = read(bin, ALL);

    List<Interaction> expected = new ArrayList<>(List.of(urgent));
    expected.addAll(chats);
    expected.add(email);
    assertThat(taken.state).isEqualTo(new BinState(bin, 1205, 1205));
    assertThat(taken.items).isEqualTo(expected);
    assertThat(read(bin, Set.of(Medium.EMAIL)).items).containsExactly(email);
  }

  @Test
  void readingSeesNothingOfWhatHappensMeanwhile() {
    BinId bin = store.newBin();
    List<Interaction> before = fill(bin, 700);
    Taken taken =
        new Taken() {
          @Override
          public void item(Interaction item) {
            if (items.isEmpty()) {
              store.pulled(before.getLast().id(), bin, store.newUser());
              store.create(in(bin));
            }
            super.item(item);
          }
        };

    store.bins().read(bin, ALL, taken);

    assertThat(taken.state).isEqualTo(new BinState(bin, 700, 700));
    assertThat(taken.items).isEqualTo(before);
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 702, 700));
  }

  @Test
  void slowReaderLosesItsSnapshotAndHoldsNothing() {
    LedgerSettings hasty = new LedgerSettings(16, Duration.ofMillis(200), Duration.ofSeconds(1));
    try (TestLedger slow = TestLedger.on(Stores.fresh(dialect()), InstantSource.system(), hasty)) {
      BinId bin = slow.newBin();
      for (int i = 0; i < 501; i++) {
        slow.create(in(bin));
      }
      int snapshots = slow.stores().settings().readers() / 2;
      for (int i = 0; i <= snapshots; i++) {
        Taken taken = new Taken();
        assertThatThrownBy(() -> slow.bins().read(bin, ALL, new Waiting(taken)))
            .isInstanceOf(SnapshotExpiredException.class);
      }
      assertThat(slow.contentOf(bin)).hasSize(501);
    }
  }

  /** Takes longer than any snapshot is kept: it waits until its own has ended. */
  private static final class Waiting implements Bins.ContentReader {
    private final Taken taken;

    Waiting(Taken taken) {
      this.taken = taken;
    }

    @Override
    public void start(BinState state) {
      taken.start(state);
    }

    @Override
    public void item(Interaction item) {
      taken.item(item);
      if (taken.items.size() == 500) {
        try {
          assertThat(new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  @Test
  void handHoldsWhatWasTakenLongestFirst() {
    BinId bin = store.newBin();
    UserId agent = store.newUser();
    Interaction first = store.create(in(bin));
    Interaction second = store.create(in(bin));
    Interaction third = store.create(in(bin));
    store.pulled(second.id(), bin, agent);
    store.pulled(first.id(), bin, agent);
    store.pulled(third.id(), bin, store.newUser());

    assertThat(store.bins().inHand(agent))
        .extracting(Interaction::id)
        .containsExactly(second.id(), first.id());
    assertThat(store.bins().inHand(store.newUser())).isEmpty();
  }

  @Test
  void unknownInteractionIsNotFound() {
    assertThat(store.bins().find(store.ids().newInteractionId())).isEmpty();
  }

  @Test
  void largeUserDataComesBackAsItWas() {
    String data = "{\"a\":\"" + "é東\uD83D\uDE00".repeat(10_000) + "\"}";
    Content content = new Content("Outbound", "x", 0, "{}", data);
    Creation creation = store.creation(Medium.OPENMEDIA, content, hand(store.newUser()));

    store.ledger().create(creation);

    assertThat(store.bins().find(creation.id()).orElseThrow().content()).isEqualTo(content);
  }

  private Taken read(BinId bin, Set<Medium> media) {
    Taken taken = new Taken();
    store.bins().read(bin, media, taken);
    return taken;
  }

  /** Keeps what it is given. */
  private static class Taken implements Bins.ContentReader {
    BinState state;
    final List<Interaction> items = new ArrayList<>();

    @Override
    public void start(BinState given) {
      assertThat(items).isEmpty();
      state = given;
    }

    @Override
    public void item(Interaction item) {
      items.add(item);
    }
  }
}
