package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;

class IdempotencyTest {
  private static final UserId ADA = new UserId("0a");
  private static final UserId BEN = new UserId("0b");

  private final Map<String, KeptAnswers.Kept> store = new ConcurrentHashMap<>();
  private final AtomicInteger effects = new AtomicInteger();
  private final Idempotency idempotency =
      new Idempotency((user, key) -> Optional.ofNullable(store.get(user.value() + key)));

  @Test
  void aRepetitionGetsTheFirstAnswerAndDoesNothing() {
    Answer first = idempotency.once(request(ADA, "k", "d"), () -> work(ADA, "k", "d"));
    Answer again = idempotency.once(request(ADA, "k", "d"), () -> work(ADA, "k", "d"));

    assertThat(text(again)).isEqualTo(text(first));
    assertThat(effects).hasValue(1);
  }

  @Test
  void withoutAKeyEachRequestCounts() {
    Repetition none = new Repetition(ADA, Optional.empty(), "");

    idempotency.once(none, () -> work(ADA, "", ""));
    idempotency.once(none, () -> work(ADA, "", ""));

    assertThat(effects).hasValue(2);
  }

  @Test
  void aKeyIsNotForAnotherRequest() {
    idempotency.once(request(ADA, "k", "d"), () -> work(ADA, "k", "d"));

    RefusedException thrown =
        catchThrowableOfType(
            RefusedException.class,
            () -> idempotency.once(request(ADA, "k", "other"), () -> work(ADA, "k", "other")));

    assertThat(thrown.refusal()).isEqualTo(new Refusal.KeyReused());
    assertThat(effects).hasValue(1);
  }

  @Test
  void keysOfDifferentUsersHaveNothingToDoWithEachOther() {
    idempotency.once(request(ADA, "k", "d"), () -> work(ADA, "k", "d"));
    idempotency.once(request(BEN, "k", "e"), () -> work(BEN, "k", "e"));

    assertThat(effects).hasValue(2);
  }

  @Test
  void ofACrowdWithOneKeyOneDoesTheWork() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 64; i++) {
        answers.add(
            crowd.submit(() -> {
              gate.await();
              return text(idempotency.once(request(ADA, "k", "d"), () -> work(ADA, "k", "d")));
            }));
      }
      gate.countDown();
    }

    assertThat(effects).hasValue(1);
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.get()).isEqualTo(answers.getFirst().get()));
  }

  @Test
  void aFailureLeavesTheKeyToTheNextTry() {
    assertThatThrownBy(() ->
            idempotency.once(
                request(ADA, "k", "d"),
                () -> {
                  throw new IllegalStateException("away");
                }))
        .isInstanceOf(IllegalStateException.class);

    idempotency.once(request(ADA, "k", "d"), () -> work(ADA, "k", "d"));

    assertThat(effects).hasValue(1);
  }

  @Test
  void aKeptAnswerIsGivenAgainByteForByteWithItsHeaders() {
    Answer answer =
        RefusalAnswers.error(
                409, 19, "h\u00e4ld \"by\" }{", json -> json.writeNumberProperty("n", 1))
            .header("X-Hold", "12")
            .header("X-Other", "a \"b\"");

    Answer again = KeptAnswerJson.answer(KeptAnswerJson.text(answer));

    assertThat(again.httpStatus()).isEqualTo(409);
    assertThat(again.headers()).isEqualTo(answer.headers());
    assertThat(text(again)).isEqualTo(text(answer));
    assertThat(text(KeptAnswerJson.answer(KeptAnswerJson.text(Answer.reference(7)))))
        .isEqualTo("{\"statusCode\":0,\"referenceId\":7}");
  }

  private Answer work(UserId user, String key, String digest) {
    Answer answer = Answer.reference(effects.incrementAndGet());
    store.put(user.value() + key, new KeptAnswers.Kept(digest, KeptAnswerJson.text(answer)));
    return answer;
  }

  private static Repetition request(UserId user, String key, String digest) {
    return new Repetition(user, Optional.of(key), digest);
  }

  private static String text(Answer answer) {
    return new String(answer.bytes(), StandardCharsets.UTF_8);
  }
}
