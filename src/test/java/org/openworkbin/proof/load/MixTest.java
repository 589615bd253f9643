package org.openworkbin.proof.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How work on an item ends. */
class MixTest {

  @Test
  void endsComeAsOftenAsTheirWeightsSay() {
    Mix mix = Mix.of("park=3, complete=1");
    SplittableRandom random = new SplittableRandom(5);
    Map<Mix.End, Integer> ends = new EnumMap<>(Mix.End.class);
    for (int i = 0; i < 10_000; i++) {
      ends.merge(mix.next(random), 1, Integer::sum);
    }

    assertThat(ends).containsOnlyKeys(Mix.End.PARK, Mix.End.COMPLETE);
    assertThat(ends.get(Mix.End.PARK) / 10_000.0).isCloseTo(0.75, within(0.02));
    assertThat(mix).hasToString("park=3,complete=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "park", "park=", "park=x", "sleep=1", "park=1,,move=1"})
  void whatIsNoMixIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mix.of(text))
        .withMessageStartingWith("A mix is like park=3,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"park=0", "park=-1,move=2"})
  void aMixHasAWeightAndNoneBelowZero(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mix.of(text))
        .withMessage("The weights of a mix are numbers, and one is above 0.");
  }
}
