package org.openworkbin.proof.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private final Arrivals arrivals = new Arrivals();

  @Test
  void whatCameByAConnectionThatIsGoneIsOver() {
    Message.Mutable old = new HashMapMessage();
    Message.Mutable next = new HashMapMessage();

    arrivals.mark(List.of(old));
    assertThat(arrivals.isOver(old)).isFalse();

    arrivals.lost();
    arrivals.mark(List.of(next));
    assertThat(arrivals.isOver(old)).isTrue();
    assertThat(arrivals.isOver(next)).isFalse();
  }
}
