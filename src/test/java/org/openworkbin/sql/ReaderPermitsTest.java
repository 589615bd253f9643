package org.openworkbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReaderPermitsTest {

  @RepeatedTest(20)
  void whoWaitsIsNotOvertaken() throws Exception {
    ReaderPermits permits = permits(Duration.ofSeconds(30));
    List<String> turns = new CopyOnWriteArrayList<>();
    permits.take();
    permits.take();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              permits.take();
              turns.add("who waited");
              permits.giveBack();
            });
    await().until(() -> permits.waiting() == 1);

    permits.giveBack();
    permits.take(); // again at once
    turns.add("who came back");

    waiting.join();
    assertThat(turns).containsExactly("who waited", "who came back");
  }

  @Test
  void nobodyWaitsForEver() {
    ReaderPermits permits = permits(Duration.ofMillis(500));
    permits.take();
    permits.take();

    assertThatThrownBy(permits::take)
        .isInstanceOf(StoreAwayException.class)
        .hasMessageContaining("no reader of the store became free in 500 ms: 2 of 2");
    permits.giveBack();
    permits.take();
  }

  private static ReaderPermits permits(Duration longestWait) {
    return new ReaderPermits(new DatabaseSettings("", "", "", 2, longestWait, false));
  }
}
