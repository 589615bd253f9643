package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.Optional;
import org.openworkbin.proof.client.Carrier;

/** Small plans for tests. */
final class Plans {
  private Plans() {}

  static LoadPlan of(Play play) {
    return of(play, Optional.empty(), 0, Carrier.WEBSOCKET);
  }

  static LoadPlan of(Play play, Optional<Double> rate, int listeners, Carrier carrier) {
    return new LoadPlan(
        play,
        6,
        2,
        4,
        rate,
        listeners,
        carrier,
        Duration.ofMillis(700),
        Duration.ZERO,
        Duration.ofMillis(5),
        Mix.of("park=1,move=1,release=1,complete=1"),
        0.3,
        24,
        20,
        1);
  }
}
