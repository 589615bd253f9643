package org.openworkbin.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openworkbin.proof.history.Change.Action;
import org.openworkbin.proof.history.Happening.Struck;

/** What is answered that can be true in no order of moves, each in a history of its own. */
class PlantedTest extends Planting {

  @Test
  void itemThatCanHaveGoneTooManyWaysIsNotDecided() {
    script.shows("team", 4, "i");
    for (int i = 0; i < 20; i++) {
      String agent = "agent" + i;
      script.add(new Happening.Entitled(agent, "team", 0));
      script.asks(agent, PULL);
      script.asks(agent, ADD);
    }
    script.found("i", new Place.Ended());

    Judgement judgement = Checker.judge(script.history());
    assertThat(judgement.violations()).isEmpty();
    assertThat(judgement.undecided()).isOne();
  }

  @Test
  void twoWinners() {
    script.shows("team", 1, "i").pulled("ada", "i", 7).pulled("ben", "i", 8);

    finds(Promise.P2, "i: two were answered that they have it", 4);
  }

  @Test
  void twoWinnersAtOnceAreFoundToo() {
    script.shows("team", 1, "i");
    long ada = script.asks("ada", PULL);
    long ben = script.asks("ben", PULL);
    script.answered(ada, 200, 0, Told.nothing()).answered(ben, 200, 0, Told.nothing());

    finds(Promise.P2, "i: two were answered that they have it", 4);
  }

  @Test
  void whoeverTakesTheNextIsAWinnerToo() {
    script.pulled("ada", "i", 7);
    long ben = script.asks("ben", new Wish.PullNext("team"));
    script.answered(ben, 200, 0, Told.nothing().withHold("i", 8));

    finds(Promise.P2, "i: two were answered that they have it", 4);
  }

  @Test
  void aPullAfterTheItemWasGivenBackIsNoSecondWinner() {
    script
        .shows("team", 1, "i")
        .pulled("ada", "i", 7)
        .done("ada", ADD)
        .pulled("ben", "i", 8)
        .done("ben", new Wish.Finish("i"));

    assertThat(script.check()).isEmpty();
  }

  @Test
  void aRequestThatNobodyWasAnsweredMayHaveGivenItBack() {
    script.shows("team", 1, "i").pulled("ada", "i", 7);
    script.asks("ada", ADD);
    script.pulled("ben", "i", 8);

    assertThat(script.check()).isEmpty();
  }

  @Test
  void loserIsToldAWrongHolder() {
    script
        .pulled("ada", "i", 7)
        .lost("ben", PULL, new Place.Hand("cleo"))
        .done("ada", new Wish.Release("i"));

    finds(Promise.P2, "i: a loser was told something that was never so while he asked", 4);
  }

  @Test
  void loserIsToldThatItIsNotThereAndItIs() {
    script.done("ada", ADD).lost("ben", PULL, new Place.Elsewhere()).pulled("ada", "i", 7);

    finds(Promise.P2, "i: a loser was told something that was never so while he asked", 4);
  }

  @Test
  void whatWasAnsweredIsLostByACrash() {
    script.shows("team", 1, "i").pulled("ada", "i", 7).struck(Fault.SERVER_KILLED);
    script.shows("team", 1, "i");

    finds(Promise.P3, "i: what was answered before a fault is not so after it", 4);
    assertThat(onlyViolation().piece()).hasAtLeastOneElementOfType(Struck.class);
  }

  @Test
  void aSecondWinnerAfterACrashMeansThatTheFirstWasForgotten() {
    script.pulled("ada", "i", 7).struck(Fault.DATABASE_KILLED).pulled("ben", "i", 8);

    finds(Promise.P3, "i: what was answered before a fault is not so after it", 5);
  }

  @Test
  void aPauseForgetsNothing() {
    script.pulled("ada", "i", 7).struck(Fault.SERVER_PAUSED).pulled("ben", "i", 8);

    finds(Promise.P2, "i: two were answered that they have it", 4);
  }

  @Test
  void revisionsAreForgottenByACrash() {
    script.asks("ben", PULL);
    script
        .heard("ada", "team", 5, Action.REMOVED, "i")
        .struck(Fault.SERVER_KILLED)
        .shows("team", 4, "i");

    finds(
        Promise.P3,
        "Bin team was read at revision 4 after a later one had been told, and a fault between",
        3);
  }

  @Test
  void revisionIsAnotherOneAfterACrash() {
    script.subscribed("ada", "team", 3);
    long ben = script.asks("ben", PULL);
    script
        .heard("ada", "team", 4, Action.REMOVED, "i")
        .answered(ben, 200, 0, Told.nothing())
        .struck(Fault.SERVER_KILLED)
        .subscribed("ben", "team", 3);
    script.asks("ada", new Wish.Pull("j", "team"));
    script.heard("ben", "team", 4, Action.REMOVED, "j");

    assertThat(script.check())
        .first()
        .satisfies(first -> {
          assertThat(first.promise()).isEqualTo(Promise.P3);
          assertThat(first.sentence())
              .isEqualTo(
                  "Revision 4 of bin team is told as REMOVED of i and as REMOVED of j,"
                      + " before and after a fault");
          assertThat(first.piece()).hasSize(3);
        });
  }

  @Test
  void whatWasAnsweredIsShownByNoChange() {
    script
        .shows("team", 4, "i", "j")
        .pulled("ada", "i", 7)
        .changes("team", 4, 2)
        .shows("team", 4, "i", "j");

    assertThat(onlyViolation().promise()).isIn(Promise.P3, Promise.P4);
  }

  @Test
  void itemIsMovedAndNobodyAskedForThat() {
    script
        .shows("team", 4, "i")
        .subscribed("ada", "team", 4)
        .heard("ada", "team", 5, Action.REMOVED, "i");

    finds(Promise.P3, "i: it was moved, and nobody asked for that", 1);
  }

  @Test
  void holdEndsByItselfAlthoughItsHolderIsThere() {
    script.subscribed("ada", "team", 4).shows("team", 4, "i");
    long ada = script.asks("ada", PULL);
    script
        .heard("ada", "team", 5, Action.REMOVED, "i")
        .answered(ada, 200, 0, Told.nothing())
        .heard("ada", "team", 6, Action.ADDED, "i");

    assertThat(onlyViolation().promise()).isEqualTo(Promise.P3);
  }

  @Test
  void changeOfWhatIsParkedIsARevisionThatSomebodyAskedFor() {
    script.shows("team", 4, "i").subscribed("ada", "team", 4);
    script.done("admin", new Wish.Edit("i")).heard("ada", "team", 5, Action.UPDATED, "i");

    assertThat(script.check()).isEmpty();
  }

  @Test
  void loserOfWhatIsOfferedIsToldWhoIsOfferedIt() {
    script
        .pulled("ada", "i", 7)
        .done("ada", new Wish.Offer("i", "ben"))
        .lost("admin", PULL, new Place.Hand("ben"))
        .done("ben", new Wish.Reject("i"))
        .done("ada", ADD);

    assertThat(script.check()).isEmpty();
  }

  @Test
  void repeatHasAnotherAnswer() {
    for (long reference = 7; reference < 9; reference++) {
      long call = script.asks("ada", PULL, Optional.of("k"), OptionalLong.empty());
      script.answered(call, 200, 0, Told.nothing().withReference(reference));
    }

    finds(
        Promise.P5,
        "Pull[item=i, bin=team] by ada was answered 200/0 as 7 first, and 200/0 as 8 when it was"
            + " repeated with its key",
        4);
  }

  @Test
  void repeatHasASecondEffect() {
    script.shows("team", 4, "i", "k").subscribed("ben", "team", 4);
    Told told = Told.nothing().withReference(7);
    long first = script.asks("ada", PULL, Optional.of("k"), OptionalLong.empty());
    script.answered(first, 200, 0, told).heard("ben", "team", 5, Action.REMOVED, "i");
    script.done("ada", ADD).heard("ben", "team", 6, Action.ADDED, "i");
    long second = script.asks("ada", PULL, Optional.of("k"), OptionalLong.empty());
    script.answered(second, 200, 0, told).heard("ben", "team", 7, Action.REMOVED, "i");

    assertThat(onlyViolation().promise()).isEqualTo(Promise.P5);
    assertThat(onlyViolation().sentence())
        .isEqualTo("i: a repeated request had more than one effect");
  }

  @Test
  void lateSaveIsDone() {
    script.pulled("ada", "i", 7).done("admin", new Wish.Move("i", "back"));
    script.done("ada", new Wish.Save("i"));

    finds(Promise.P8, "i: a write was done for somebody who did not hold it any more", 4);
  }

  @Test
  void lateSaveOfAnOlderHoldIsDone() {
    script.pulled("ada", "i", 7).done("admin", new Wish.Move("i", "team")).pulled("ada", "i", 8);
    long call = script.asks("ada", new Wish.Save("i"), Optional.empty(), OptionalLong.of(7));
    script.answered(call, 200, 0, Told.nothing());

    finds(Promise.P8, "i: a write was done for somebody who did not hold it any more", 4);
  }

  @Test
  void lateAddIsDone() {
    script.pulled("ada", "i", 7).done("admin", new Wish.Move("i", "back"));
    script.done("ada", ADD);

    finds(Promise.P8, "i: a write was done for somebody who did not hold it any more", 4);
  }

  @Test
  void writeOfTheHolderIsRefused() {
    script.pulled("ada", "i", 7);
    script.lost("ada", new Wish.Save("i"), new Place.Hand("ben"));

    finds(Promise.P8, "i: a holder was told something that was never so while he asked", 4);
  }

  @Test
  void lateSaveIsNotGivenBack() {
    script.pulled("ben", "i", 7);
    long call = script.asks("ada", new Wish.Save("i"));
    script.answered(call, 409, 19, Told.nothing().withConflict(new Place.Hand("ben")));

    finds(
        Promise.P8,
        "Save[item=i] by ada was refused, and what he wanted to write was not given back",
        2);
  }

  @Test
  void itemLiesInTwoBins() {
    script.settled().shows("team", 4, "i").shows("back", 4, "i");

    finds(Promise.P1, "i lies in bin team and in bin back", 3);
  }

  @Test
  void itemIsShownTwiceInOneBin() {
    script.shows("team", 4, "i", "i");

    finds(Promise.P1, "Bin team shows i twice", 1);
  }

  @Test
  void itemIsNowhere() {
    script.shows("team", 4, "i").settled().shows("team", 4);

    finds(Promise.P1, "i came into bin team, and at the end it is nowhere", 3);
  }

  @Test
  void itemIsInABinAndInAHand() {
    script.settled().shows("team", 4, "i").found("i", new Place.Hand("ada"));

    finds(Promise.P1, "i is said to be Hand[agent=ada], and bin team shows it", 3);
  }

  @Test
  void faultIsAnswered() {
    long call = script.asks("ada", PULL);
    script.answered(call, 500, 12, Told.nothing());

    finds(Promise.P9, "Pull[item=i, bin=team] was answered 500 with code 12", 2);
  }

  @Test
  void answerIsNoEnvelope() {
    long call = script.asks("ada", PULL);
    script.answered(call, 404, -1, Told.nothing());

    finds(Promise.P9, "Pull[item=i, bin=team] was answered 404 in no form of the contract", 2);
  }
}
