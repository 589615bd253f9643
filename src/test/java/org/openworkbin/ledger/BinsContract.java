package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
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
        .isEqualTo(new Bins.Page(new BinState(bin, 0, 0), Optional.empty(), List.of()));
    assertThat(read(bin, ALL).items()).isEmpty();
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
    assertThat(page.oldest()).contains(placedAt(all.getFirst()));
    assertThat(page.items()).isEqualTo(all.subList(4, 7));
    assertThat(store.bins().page(bin, ALL, 3, 9).items()).isEqualTo(all.subList(9, 10));
    assertThat(store.bins().page(bin, ALL, 3, 10))
        .isEqualTo(new Bins.Page(page.state(), page.oldest(), List.of()));
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
        .isEqualTo(new Bins.Page(new BinState(bin, 3, 3), Optional.of(placedAt(chat)), List.of()));
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
    assertThat(taken.state()).isEqualTo(new BinState(bin, 1205, 1205));
    assertThat(taken.items()).isEqualTo(expected);
    assertThat(read(bin, Set.of(Medium.EMAIL)).items()).containsExactly(email);
  }

  @Test
  void whatIsLookedAtStaysAsItWas() {
    BinId bin = store.newBin();
    List<Interaction> before = fill(bin, 700);
    List<Interaction> first = new ArrayList<>();
    List<Interaction> again = new ArrayList<>();

    store
        .bins()
        .look(
            bin,
            view -> {
              view.read(
                  Medium.CHAT,
                  item -> {
                    if (first.isEmpty()) {
                      store.pulled(before.getLast().id(), bin, store.newUser());
                      store.create(in(bin));
                    }
                    first.add(item);
                  });
              view.read(Medium.CHAT, again::add);
              assertThat(view.state()).isEqualTo(new BinState(bin, 700, 700));
              assertThat(view.oldest()).contains(placedAt(before.getFirst()));
            });

    assertThat(first).isEqualTo(before);
    assertThat(again).isEqualTo(before);
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 702, 700));
  }

  @Test
  void scanGoesInBinOrderUntilTheReaderHasEnough() {
    BinId bin = store.newBin();
    List<Interaction> all = new ArrayList<>(fill(bin, 1100));
    Interaction tweet = store.create(Medium.TWEET, 0, in(bin));
    Interaction email = store.create(Medium.EMAIL, 3, in(bin));
    all.add(tweet);
    all.addFirst(email);

    assertThat(scan(bin, ALL, Optional.empty(), 9999)).isEqualTo(all);
    assertThat(scan(bin, ALL, Optional.empty(), 501)).isEqualTo(all.subList(0, 501));
    assertThat(scan(bin, ALL, Optional.of(Position.of(all.get(499))), 502))
        .isEqualTo(all.subList(500, 1002));
    assertThat(scan(bin, Set.of(Medium.EMAIL, Medium.TWEET), Optional.empty(), 9))
        .containsExactly(email, tweet);
    assertThat(scan(bin, Set.of(), Optional.empty(), 9)).isEmpty();
    assertThat(scan(store.newBin(), ALL, Optional.empty(), 9)).isEmpty();
  }

  private List<Interaction> scan(
      BinId bin, Set<Medium> media, Optional<Position> after, int enough) {
    List<Interaction> items = new ArrayList<>();
    store
        .bins()
        .look(
            bin,
            view ->
                view.scan(
                    media,
                    after,
                    item -> {
                      items.add(item);
                      return items.size() < enough;
                    }));
    return items;
  }

  @Test
  void pagesFollowEachOtherThoughTheLastItemIsGone() {
    BinId bin = store.newBin();
    List<Interaction> all = new ArrayList<>(fill(bin, 4));
    all.addFirst(store.create(Medium.EMAIL, 8, in(bin)));
    all.add(store.create(Medium.TWEET, -8, in(bin)));
    Position second = Position.of(all.get(1));

    store.pulled(all.get(1).id(), bin, store.newUser());
    Bins.Page page = store.bins().pageAfter(bin, ALL, second, 3);

    assertThat(page.items()).isEqualTo(all.subList(2, 5));
    assertThat(page.state()).isEqualTo(new BinState(bin, 7, 5));
    assertThat(store.bins().pageAfter(bin, ALL, Position.of(all.get(4)), 3).items())
        .containsExactly(all.getLast());
    assertThat(store.bins().pageAfter(bin, ALL, Position.of(all.getLast()), 3).items()).isEmpty();
    assertThat(store.bins().pageAfter(bin, Set.of(Medium.TWEET), second, 3).items())
        .containsExactly(all.getLast());
    assertThat(store.bins().pageAfter(store.newBin(), ALL, second, 3).items()).isEmpty();
  }

  @Test
  void whoGoesOnFromTheLastItemMeetsEverythingThatStaysExactlyOnce() {
    BinId bin = store.newBin();
    UserId agent = store.newUser();
    Set<InteractionId> stay = new HashSet<>();
    List<Interaction> go = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Interaction item = store.create(Medium.CHAT, i % 3, in(bin));
      if (i % 2 == 0) {
        stay.add(item.id());
      } else {
        go.add(item);
      }
    }
    List<InteractionId> met = new ArrayList<>();
    Bins.Page page = store.bins().page(bin, ALL, 7, 0);
    while (!page.items().isEmpty()) {
      page.items().forEach(item -> met.add(item.id()));
      Position last = Position.of(page.items().getLast());
      go.stream().limit(5).forEach(item -> store.pulled(item.id(), bin, agent));
      go = go.subList(Math.min(5, go.size()), go.size());
      store.create(Medium.CHAT, 9, in(bin));
      page = store.bins().pageAfter(bin, ALL, last, 7);
    }

    assertThat(met).doesNotHaveDuplicates().containsAll(stay);
  }

  @Test
  void oldestIsWhatWasPlacedFirstWhateverItsPriority() {
    BinId bin = store.newBin();
    Interaction oldest = store.create(Medium.CHAT, 0, in(bin));
    Interaction urgent = store.create(Medium.CHAT, 9, in(bin));

    assertThat(store.bins().page(bin, ALL, 1, 0).oldest()).contains(placedAt(oldest));

    store.pulled(oldest.id(), bin, store.newUser());
    assertThat(store.bins().page(bin, ALL, 1, 1).oldest()).contains(placedAt(urgent));

    store.pulled(urgent.id(), bin, store.newUser());
    assertThat(store.bins().page(bin, ALL, 1, 0).oldest()).isEmpty();
  }

  private static Instant placedAt(Interaction item) {
    return item.placement().orElseThrow().at();
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
        AtomicInteger taken = new AtomicInteger();
        assertThatThrownBy(() ->
                slow.bins()
                    .look(
                        bin, view -> view.read(Medium.CHAT, _ -> dawdle(taken.incrementAndGet()))))
            .isInstanceOf(SnapshotExpiredException.class);
      }
      assertThat(slow.contentOf(bin)).hasSize(501);
    }
  }

  /** Takes longer than any snapshot is kept: it waits until its own has ended. */
  private static void dawdle(int taken) {
    if (taken == 500) {
      try {
        assertThat(new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS)).isFalse();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
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

    assertThat(store.hands().inHand(agent))
        .extracting(Interaction::id)
        .containsExactly(second.id(), first.id());
    assertThat(store.hands().inHand(store.newUser())).isEmpty();
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
    List<Interaction> items = new ArrayList<>();
    List<BinState> states = new ArrayList<>();
    store
        .bins()
        .look(
            bin,
            view -> {
              states.add(view.state());
              Arrays.stream(Medium.values())
                  .filter(media::contains)
                  .forEach(medium -> view.read(medium, items::add));
            });
    return new Taken(states.getFirst(), items);
  }

  private record Taken(BinState state, List<Interaction> items) {}
}
