package org.openworkbin.proof.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RacesTest {
  private final Races races = new Races();

  @Test
  void oneWinnerIsAsItShouldBe() {
    races.over("A", 1, 0);

    assertThat(races.complaint()).isEmpty();
  }

  @Test
  void twoWinnersAreTooManyWhateverFailed() {
    races.over("A", 2, 1);

    assertThat(races.complaint()).isEqualTo("1 of 1 races did not have exactly one winner.");
  }

  @Test
  void whoeverWasNotAnsweredMayHaveWon() {
    races.over("A", 0, 1);
    races.over("A", 0, 0);

    assertThat(races.complaint()).isEqualTo("2 of 2 races are not decided, as a call failed.");
  }

  @Test
  void whatWasNotPutBackCannotBeWon() {
    races.over("A", 1, 0);
    races.gone("A");
    races.over("A", 0, 0);
    races.over("B", 0, 0);

    assertThat(races.complaint())
        .isEqualTo(
            "1 of 3 races did not have exactly one winner."
                + " 1 of 3 races are not decided, as a call failed.");
  }
}
