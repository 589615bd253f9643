package org.openworkbin.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Runs of a correct server pass; with any one lie in them they do not. */
class CheckerTest {

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void aCorrectRunPasses(@ForAll("seeds") long seed) {
    assertThat(Checker.check(SampleRun.of(seed))).isEmpty();
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void anyOneLieIsFound(@ForAll("seeds") long seed, @ForAll Plant plant) {
    History sound = SampleRun.of(seed);
    Optional<History> spoilt = plant.in(sound, new Random(seed));
    Assume.that(spoilt.isPresent());

    assertThat(Checker.check(spoilt.orElseThrow()))
        .as("%s in run %d", plant, seed)
        .anyMatch(plant::isFoundBy);
  }

  @Test
  void aLongRunPassesToo() {
    History history = SampleRun.of(1, 20, 300, 10_000_000);

    assertThat(history.happenings()).hasSizeGreaterThan(10_000);
    assertThat(Checker.check(history)).isEmpty();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
