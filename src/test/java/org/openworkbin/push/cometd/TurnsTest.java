package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns();
  private final List<Integer> begun = new ArrayList<>();

  @Test
  void eachBeginsWhenTheOneBeforeIsOver() {
    List<Runnable> ends = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      int waiting =
          turns.take(over -> {
            begun.add(number);
            ends.add(over);
          });
      assertThat(waiting).isEqualTo(Math.max(1, i));
    }
    assertThat(begun).containsExactly(0);

    ends.get(0).run();
    assertThat(begun).containsExactly(0, 1);
    ends.get(1).run();
    ends.get(2).run();
    turns.take(_ -> begun.add(3));

    assertThat(begun).containsExactly(0, 1, 2, 3);
  }

  @Test
  void manyThatAreOverAtOnceNeedNoDeepStack() {
    List<Runnable> first = new ArrayList<>();
    turns.take(first::add);
    for (int i = 0; i < 100_000; i++) {
      turns.take(Runnable::run);
    }
    turns.take(_ -> begun.add(1));

    first.getFirst().run();

    assertThat(begun).containsExactly(1);
  }

  /** Crowd form: pieces come and end on many threads. */
  @Test
  void neverTwoAtOnceAndNoneIsForgotten() {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 20_000)
          .forEach(_ ->
              threads.execute(() ->
                  turns.take(over -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    threads.execute(() -> {
                      atOnce.decrementAndGet();
                      done.incrementAndGet();
                      over.run();
                    });
                  })));
      await().until(() -> done.get() == 20_000);
    }
    assertThat(most).hasValue(1);
  }
}
