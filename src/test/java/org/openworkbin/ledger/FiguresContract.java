package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.content;
import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.move;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestLedger;

/** What figures promise, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FiguresContract {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<Duration> AGES = List.of(HOUR, Duration.ofHours(3));

  private final SettableClock clock = new SettableClock();
  private TestLedger store;

  abstract Dialect dialect();

  @BeforeAll
  void open() {
    store = TestLedger.on(Stores.fresh(dialect()), clock, LedgerSettings.defaults());
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void whatCameAndWentIsCountedStepByStep() {
    BinId bin = store.newBin();
    UserId agent = store.newUser();
    Interaction first = store.create(in(bin));
    store.create(in(bin));
    clock.advance(HOUR);
    store.create(in(bin));
    store.pulled(first.id(), bin, agent);
    clock.advance(HOUR);
    clock.advance(HOUR.dividedBy(2));
    store.added(first.id(), agent, bin);
    clock.advance(Duration.ofMinutes(1));

    Figures.Answer answer = figures(bin, 4);

    assertThat(answer.arrived()).containsExactly(0L, 2L, 1L, 1L);
    assertThat(answer.left()).containsExactly(0L, 0L, 1L, 0L);
    assertThat(answer.count()).containsExactly(0L, 2L, 2L, 3L);
    assertThat(answer.ages()).containsExactly(1L, 2L, 0L);
  }

  @Test
  void whatIsOlderThanTheQuestionIsInTheCountAlone() {
    BinId bin = store.newBin();
    store.create(in(bin));
    store.create(in(bin));
    clock.advance(Duration.ofHours(10));
    store.create(in(bin));

    Figures.Answer answer = figures(bin, 2);

    assertThat(answer.arrived()).containsExactly(0L, 1L);
    assertThat(answer.count()).containsExactly(2L, 3L);
    assertThat(answer.ages()).containsExactly(1L, 0L, 2L);
  }

  @Test
  void anEditNeitherComesNorGoes() {
    BinId bin = store.newBin();
    UserId agent = store.newUser();
    Interaction item = store.create(in(bin));
    clock.advance(HOUR.multipliedBy(2));
    entry(
        store
            .ledger()
            .move(
                new Move(item.id(), Optional.empty(), in(bin), in(bin), agent, Reason.EDIT, 0)
                    .on(Move.Terms.NONE.revising(item.contentVersion(), content(3)))));

    assertThat(figures(bin, 1).arrived()).containsExactly(0L);
    assertThat(figures(bin, 1).count()).containsExactly(1L);
  }

  @Test
  void aMoveBetweenTwoBinsIsInTheFiguresOfBoth() {
    BinId bin = store.newBin();
    BinId other = store.newBin();
    Interaction item = store.create(in(bin));
    entry(store.ledger().move(move(item.id(), in(bin), in(other), store.newUser())));
    clock.advance(Duration.ofSeconds(1));

    assertThat(figures(bin, 1).left()).containsExactly(1L);
    assertThat(figures(bin, 1).count()).containsExactly(0L);
    assertThat(figures(other, 1).arrived()).containsExactly(1L);
    assertThat(figures(other, 1).count()).containsExactly(1L);
  }

  @Test
  void aBinThatWasNeverUsedHasNothing() {
    Figures.Answer answer = figures(store.newBin(), 3);

    assertThat(answer)
        .isEqualTo(
            new Figures.Answer(
                List.of(0L, 0L, 0L),
                List.of(0L, 0L, 0L),
                List.of(0L, 0L, 0L),
                List.of(0L, 0L, 0L)));
  }

  private Figures.Answer figures(BinId bin, int steps) {
    return store
        .parts()
        .figures()
        .of(
            bin,
            new Figures.Question(
                clock.instant().minus(HOUR.multipliedBy(steps)), HOUR, steps, AGES));
  }
}
