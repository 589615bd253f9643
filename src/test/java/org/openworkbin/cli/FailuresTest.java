package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openworkbin.refusal.Refusal;

class FailuresTest {

  @Test
  void aStoreThatTakesNoWritesIsOneSentence() {
    RuntimeException refused = new Refusal.Unavailable(Duration.ofSeconds(1)).asException();

    assertThat(Failures.sentences(new IllegalStateException("at start", refused)))
        .containsExactly("The store takes no writes now; is its disk full?");
  }
}
