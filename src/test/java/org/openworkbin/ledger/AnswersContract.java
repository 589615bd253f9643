package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.pull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger.KeptAnswer;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.sql.Dialect;
import org.openworkbin.sql.Session;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestLedger;

/** What makes requests safe to repeat, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswersContract {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
  private TestLedger store;

  abstract Dialect dialect();

  @BeforeAll
  void open() {
    store = TestLedger.on(Stores.fresh(dialect()), now::get, LedgerSettings.defaults());
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static Receipt receipt(UserId user, String key) {
    return new Receipt(
        user, key, "digest", outcome -> Optional.of(outcome.getClass().getSimpleName()));
  }

  @Test
  void answerIsKeptWithTheMove() {
    BinId bin = store.newBin();
    Interaction item = store.create(in(bin));
    UserId agent = store.newUser();

    Outcome outcome = store.ledger().move(pull(item.id(), bin, agent), receipt(agent, "key 1"));

    assertThat(outcome).isInstanceOf(Outcome.Moved.class);
    assertThat(store.ledger().answered(agent, "key 1")).contains(new KeptAnswer("digest", "Moved"));
    assertThat(store.ledger().answered(agent, "key 2")).isEmpty();
    assertThat(store.ledger().answered(store.newUser(), "key 1")).isEmpty();
  }

  @Test
  void answerThatIsNoneYetIsNotKept() {
    BinId bin = store.newBin();
    Interaction item = store.create(in(bin));
    UserId agent = store.newUser();

    store
        .ledger()
        .move(
            pull(item.id(), bin, agent),
            new Receipt(agent, "later", "digest", _ -> Optional.empty()));

    assertThat(store.ledger().answered(agent, "later")).isEmpty();
  }

  @Test
  void answerToALostPullIsKeptToo() {
    BinId bin = store.newBin();
    Interaction item = store.create(in(bin));
    UserId agent = store.newUser();
    store.pulled(item.id(), bin, store.newUser());

    Outcome outcome = store.ledger().move(pull(item.id(), bin, agent), receipt(agent, "k"));

    assertThat(outcome).isInstanceOf(Outcome.Lost.class);
    assertThat(store.ledger().answered(agent, "k")).contains(new KeptAnswer("digest", "Lost"));
  }

  @Test
  void answersToCreationsAreKept() {
    UserId user = store.newUser();
    Creation creation = creation();

    store.ledger().create(creation, receipt(user, "first"));
    store.ledger().create(creation, receipt(user, "second"));

    assertThat(store.ledger().answered(user, "first")).contains(new KeptAnswer("digest", "Moved"));
    assertThat(store.ledger().answered(user, "second"))
        .contains(new KeptAnswer("digest", "Exists"));
  }

  @Test
  void answerWhoseMakerFailsUndoesItsOwnMoveAndNoOther() {
    BinId bin = store.newBin();
    Interaction item = store.create(in(bin));
    UserId agent = store.newUser();
    Receipt endless =
        new Receipt(
            agent,
            "endless",
            "digest",
            _ -> {
              throw new StackOverflowError("planted");
            });

    assertThatThrownBy(() -> store.ledger().move(pull(item.id(), bin, agent), endless))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store.contentOf(bin)).containsExactly(item);
    assertThat(store.pulled(item.id(), bin, agent)).isInstanceOf(Outcome.Moved.class);
  }

  @Test
  void keyThatWasAnsweredDecidesNothingMore() {
    BinId bin = store.newBin();
    Interaction first = store.create(in(bin));
    Interaction second = store.create(in(bin));
    UserId agent = store.newUser();
    store.ledger().move(pull(first.id(), bin, agent), receipt(agent, "k"));

    assertThatThrownBy(
            () -> store.ledger().move(pull(second.id(), bin, agent), receipt(agent, "k")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store.contentOf(bin)).containsExactly(second);
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 3, 1));
  }

  @Test
  void answerIsForgottenAfterADayAndItsKeyFree() {
    BinId bin = store.newBin();
    Interaction first = store.create(in(bin));
    Interaction second = store.create(in(bin));
    UserId agent = store.newUser();
    store.ledger().move(pull(first.id(), bin, agent), receipt(agent, "k"));

    now.updateAndGet(time -> time.plus(Duration.ofHours(24)));
    assertThat(store.ledger().answered(agent, "k")).isEmpty();
    store.pulled(second.id(), bin, store.newUser());
    store.ledger().move(pull(second.id(), bin, agent), receipt(agent, "k"));

    assertThat(store.ledger().answered(agent, "k")).contains(new KeptAnswer("digest", "Lost"));
  }

  @Test
  void oldAnswersAreRemovedAlthoughMovesNeverPause() {
    UserId user = store.newUser();
    for (int i = 0; i < 3; i++) {
      store.ledger().create(creation(), receipt(user, "old " + i));
    }
    now.updateAndGet(time -> time.plus(Duration.ofHours(25)));
    store.restart();

    store.ledger().create(creation());
    store.ledger().create(creation()); // decided after whatever the first brought with it

    assertThat(store.database().<Long>read(AnswersContract::count)).isZero();
  }

  private Creation creation() {
    return store.creation(Medium.CHAT, TestLedger.content(0), in(store.newBin()));
  }

  private static long count(Session session) {
    return session.client().sql("select count(*) from answer").query(Long.class).single();
  }

  @Test
  void answersSurviveARestart() {
    UserId user = store.newUser();
    store.ledger().create(creation(), receipt(user, "k"));

    store.restart();

    assertThat(store.ledger().answered(user, "k")).contains(new KeptAnswer("digest", "Moved"));
  }
}
