package org.openworkbin.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openworkbin.proof.prove.TroublePlan.Planned;

class TroublePlanTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Set<Trouble> KINDS =
      EnumSet.of(Trouble.CUT, Trouble.SLOW, Trouble.KILLED, Trouble.PAUSED);

  @Test
  void sameSeedMakesTheSamePlan() {
    assertThat(TroublePlan.of(7, MINUTE, KINDS))
        .isEqualTo(TroublePlan.of(7, MINUTE, KINDS))
        .isNotEqualTo(TroublePlan.of(8, MINUTE, KINDS));
  }

  @Test
  void everyKindComesUpBeforeAnyComesUpAgain() {
    List<Planned> plan = TroublePlan.of(7, MINUTE, KINDS);

    for (int i = 0; i + KINDS.size() <= plan.size(); i += KINDS.size()) {
      assertThat(plan.subList(i, i + KINDS.size()))
          .extracting(Planned::trouble)
          .containsExactlyInAnyOrderElementsOf(KINDS);
    }
    assertThat(plan).hasSizeGreaterThan(KINDS.size());
  }

  @Test
  void shortRunHasEachKindOnce() {
    assertThat(TroublePlan.of(7, Duration.ofSeconds(5), KINDS))
        .extracting(Planned::trouble)
        .containsAll(KINDS);
  }

  @Test
  void nothingThatCanBeMadeIsNoTrouble() {
    assertThat(TroublePlan.of(7, MINUTE, Set.of())).isEmpty();
  }
}
