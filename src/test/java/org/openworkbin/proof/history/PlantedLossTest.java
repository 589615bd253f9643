package org.openworkbin.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.proof.history.Change.Action;
import org.openworkbin.proof.history.Happening.Notified;

/** Whoever lost what he had in hand is told, each in a history of its own. */
class PlantedLossTest extends Planting {
  private static final String UNTOLD =
      "Listener ear-ada of ada was never told that i was taken from him";

  @BeforeEach
  void adaListensAndHasIt() {
    script.listens("ada").pulled("ada", "i", 7);
  }

  private void takesBack(String supervisor) {
    long call =
        script.asks(supervisor, new Wish.Move("i", "back"), Optional.empty(), OptionalLong.of(7));
    script.answered(call, 200, 0, Told.nothing());
  }

  /** Something happens that she hears of. */
  private void rings() {
    script.rings("admin", 5).heard("ada", "team", 5, Action.ADDED, "bell");
  }

  private void revoked() {
    script.add(new Notified("ear-ada", "ada", "i", "Revoked", OptionalLong.empty(), script.tick()));
  }

  @Test
  void itemIsTakenOutOfAHandAndItsHolderIsNotTold() {
    takesBack("admin");
    rings();

    findsFirst(Promise.P8, UNTOLD, 8);
  }

  @Test
  void leaseEndsAndItsHolderIsNotTold() {
    script.leasesEnd().pulled("ben", "i", 9);
    rings();

    finds(Promise.P8, UNTOLD, 8);
  }

  @Test
  void whatWasTakenAsItMayNotBeIsFoundForThatAlone() {
    script.pulled("ben", "i", 9);
    rings();

    finds(Promise.P2, "i: two were answered that they have it", 4);
  }

  @Test
  void twoWinnersAreFoundHoweverManyAreNotToldOfALoss() {
    for (int item = 0; item < 200; item++) {
      script.pulled("ada", "lost" + item, 10 + item);
    }
    script.leasesEnd();
    for (int item = 0; item < 200; item++) {
      script.pulled("ben", "lost" + item, 300 + item);
    }
    script.pulled("ada", "lost0", 900);
    rings();

    assertThat(script.check())
        .extracting(Violation::promise)
        .contains(Promise.P2, Promise.P8)
        .hasSizeLessThan(200);
  }

  @Test
  void refusedWriteIsNoWordOfWhatWasTakenBefore() {
    script.leasesEnd();
    long call = script.asks("ada", new Wish.Save("i"), Optional.empty(), OptionalLong.of(7));
    script.answered(
        call, 409, 19, Told.nothing().withConflict(new Place.Elsewhere()).withRefused());
    rings();

    assertThat(script.check()).extracting(Violation::sentence).contains(UNTOLD);
  }

  @Test
  void oneWordIsNotEnoughForTwoLosses() {
    takesBack("admin");
    script.done("ben", new Wish.Move("i", "team")).pulled("ada", "i", 8);
    revoked();
    long call =
        script.asks("admin", new Wish.Move("i", "back"), Optional.empty(), OptionalLong.of(8));
    script.answered(call, 200, 0, Told.nothing());
    rings();

    assertThat(script.check()).extracting(Violation::sentence).containsExactly(UNTOLD);
  }

  @Test
  void whoeverIsToldIsToldHoweverLate() {
    takesBack("admin");
    rings();
    revoked();

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whoeverIsSlowMayBeToldYet() {
    takesBack("admin");
    script.rings("admin", 5);

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whatWasToldMayHaveHappenedBefore() {
    script.reads("admin", "team", 4);
    long call = script.asks("admin", new Wish.Add("bell", "team"));
    takesBack("admin");
    script.answered(call, 200, 0, Told.nothing()).heard("ada", "team", 5, Action.ADDED, "bell");

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whoeverIsCutMeanwhileNeedNotBeTold() {
    takesBack("admin");
    script.cut("ada");
    rings();

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whoeverListensOnlyAfterwardsNeedNotBeTold() {
    script.cut("ada");
    takesBack("admin");
    script.add(new Happening.Listens("ear-ada", script.tick()));
    rings();

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whatSomebodyMayHaveGivenBackHimselfWasPerhapsNotTaken() {
    script.asks("ada", ADD);
    script.pulled("ben", "i", 9);
    rings();

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whatSomebodyOffersIsHisOwnDeed() {
    script.done("ada", new Wish.Offer("i", "ben"));
    long call = script.asks("ben", new Wish.Accept("i"));
    script.answered(call, 200, 0, Told.nothing().withHold("i", 9));
    rings();

    assertThat(script.check()).isEmpty();
  }
}
