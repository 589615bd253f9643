package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Location.Ending;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestLedger;

/** What the journal promises, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JournalContract {
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

  /** One move of every kind, in order. */
  private List<Entry> everyKind() {
    BinId bin = store.newBin();
    BinId other = store.newBin();
    UserId agent = store.newUser();
    Location queue = new Location.Queue(new QueueId("sales"));
    Location end = new Location.Ended(Ending.CANCELED);
    List<Entry> entries = new ArrayList<>();
    entries.add(
        entry(
            store.ledger().create(store.creation(Medium.WORKITEM, TestLedger.content(4), queue))));
    var id = entries.getFirst().interaction().id();
    entries.add(entry(store.ledger().move(move(id, queue, in(bin), agent))));
    entries.add(entry(store.ledger().move(move(id, in(bin), in(other), agent))));
    entries.add(entry(store.ledger().move(move(id, in(other), hand(agent), agent))));
    entries.add(entry(store.ledger().move(move(id, hand(agent), end, agent))));
    return entries;
  }

  @Test
  void everyMoveIsRememberedAsItWasAnswered() {
    long before = store.journal().last();
    List<Entry> entries = everyKind();

    assertThat(store.journal().last()).isEqualTo(before + 5);
    assertThat(store.journal().after(before, 100)).isEqualTo(entries);
    assertThat(store.journal().after(before + 1, 2)).isEqualTo(entries.subList(1, 3));
    assertThat(store.journal().after(before + 5, 100)).isEmpty();
  }

  @Test
  void theWayOfOneInteractionIsToldNewestFirst() {
    List<Entry> entries = everyKind();
    everyKind();
    var id = entries.getFirst().interaction().id();

    assertThat(store.journal().ofInteraction(id, 100)).isEqualTo(entries.reversed());
    assertThat(store.journal().ofInteraction(id, 2)).isEqualTo(entries.reversed().subList(0, 2));
  }

  @Test
  void entriesAreTheSameAfterARestart() {
    long before = store.journal().last();
    List<Entry> entries = everyKind();

    store.restart();

    assertThat(store.journal().last()).isEqualTo(before + 5);
    assertThat(store.journal().after(before, 100)).isEqualTo(entries);
    assertThat(store.journal().after(before + 1, 2)).isEqualTo(entries.subList(1, 3));
  }

  @Test
  void changesOfABinFollowItsRevisions() {
    BinId bin = store.newBin();
    BinId other = store.newBin();
    UserId agent = store.newUser();
    var first = store.create(in(bin));
    store.create(in(other));
    Entry out = entry(store.pulled(first.id(), bin, agent));
    Entry back = entry(store.added(first.id(), agent, bin));
    Entry away = entry(store.ledger().move(move(first.id(), in(bin), in(other), agent)));

    Journal.Changes changes = store.journal().ofBin(bin, 1, 100);

    assertThat(changes)
        .isEqualTo(new Journal.Changes(new BinState(bin, 4, 0), 0, List.of(out, back, away)));
    assertThat(store.journal().ofBin(bin, 2, 1).entries()).containsExactly(back);
    assertThat(store.journal().ofBin(bin, 4, 100).entries()).isEmpty();
    assertThat(store.journal().ofBin(other, 1, 100).entries()).containsExactly(away);
  }

  @Test
  void muchContentMakesALongListShortAndItGoesOnWhereItEnded() {
    BinId bin = store.newBin();
    UserId agent = store.newUser();
    Content content =
        new Content("Inbound", "2016-04-08", 0, "{\"text\":\"" + "x".repeat(60_000) + "\"}", "{}");
    List<Long> made = new ArrayList<>();
    Entry created = entry(store.ledger().create(store.creation(Medium.WORKITEM, content, in(bin))));
    made.add(created.number());
    for (int i = 0; i < 120; i++) {
      made.add(entry(store.pulled(created.interaction().id(), bin, agent)).number());
      made.add(entry(store.added(created.interaction().id(), agent, bin)).number());
    }

    List<Entry> first = store.journal().ofBin(bin, 0, 10_000).entries();
    List<Long> told = new ArrayList<>();
    List<Entry> part = first;
    while (!part.isEmpty()) {
      part.forEach(entry -> told.add(entry.number()));
      part = store.journal().ofBin(bin, revisionAfter(part.getLast()), 10_000).entries();
    }

    assertThat(first).hasSizeBetween(1, made.size() - 1);
    assertThat(told).isEqualTo(made);
  }

  /** Of the one bin that the entry touched. */
  private static long revisionAfter(Entry entry) {
    return entry.entered().or(entry::left).orElseThrow().revision();
  }

  @Test
  void binNeverUsedHasNoChanges() {
    BinId bin = store.newBin();

    assertThat(store.journal().ofBin(bin, 0, 10))
        .isEqualTo(new Journal.Changes(new BinState(bin, 0, 0), 0, List.of()));
  }

  @Test
  void changesSayFromWhereTheyAreComplete() {
    BinId bin = store.newBin();
    store.create(in(bin));
    store.create(in(bin));
    store.database().write(session -> prune(session, bin));

    assertThat(store.journal().ofBin(bin, 1, 10).oldest()).isEqualTo(1);
    assertThat(store.journal().ofBin(bin, 1, 10).entries()).hasSize(1);
  }

  /** What a retention of the journal would do. */
  private static int prune(org.openworkbin.sql.Session session, BinId bin) {
    String no = "(select no from bin where workbin = '" + bin.workbin().value() + "')";
    session.client().sql("update bin set journal_from = 1 where no = " + no).update();
    return session
        .client()
        .sql("delete from journal where entered_revision = 1 and entered_bin = " + no)
        .update();
  }

  @Test
  void everyCommitNudges() {
    AtomicLong seen = new AtomicLong();
    store.journal().onCommit(() -> seen.set(store.journal().last()));
    store
        .journal()
        .onCommit(() -> {
          throw new IllegalStateException("a follower that fails harms nobody");
        });

    long number = store.create(in(store.newBin())).hold();

    Awaitility.await().untilAsserted(() -> assertThat(seen).hasValue(number));
  }

  @Test
  void newestReferenceIdIsFoundAgain() {
    BinId bin = store.newBin();
    var item = store.create(in(bin));
    UserId agent = store.newUser();
    store
        .ledger()
        .move(
            new Move(
                item.id(), Optional.empty(), in(bin), hand(agent), agent, Reason.PULL, 1_000_077));
    store.create(in(bin));

    assertThat(store.parts().references().lastReferenceId()).isEqualTo(1_000_077);
    store.parts().references().reserve(1_000_100);
    store.parts().references().reserve(5);
    assertThat(store.parts().references().lastReferenceId()).isEqualTo(1_000_100);
  }

  @Test
  void followerWhoIsFarBehindReadsTheStore() {
    BinId bin = store.newBin();
    long before = store.journal().last();
    for (int i = 0; i < 2_100; i++) {
      store.create(in(bin));
    }

    List<Entry> oldest = store.journal().after(before, 3);
    List<Entry> newest = store.journal().after(before + 2_097, 9);

    assertThat(oldest)
        .extracting(Entry::number)
        .containsExactly(before + 1, before + 2, before + 3);
    assertThat(newest).extracting(Entry::number).hasSize(3);
  }
}
