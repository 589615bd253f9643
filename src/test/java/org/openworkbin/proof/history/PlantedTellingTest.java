package org.openworkbin.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openworkbin.proof.history.Change.Action;
import org.openworkbin.proof.history.Happening.Counted;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Notified;

/** What is told, shown or counted that is wrong, or not for whom it reaches. */
class PlantedTellingTest extends Planting {
  private static final String DEAF =
      "Listener ear-ada of ada was told nothing of bin team up to its revision 5";

  @Test
  void revisionIsLeftOut() {
    script
        .subscribed("ada", "team", 4)
        .heard("ada", "team", 5, Action.ADDED, "i")
        .heard("ada", "team", 7, Action.ADDED, "k");

    findsFirst(
        Promise.P4, "Listener ear-ada of ada was told of revision 7 next after 5 of bin team", 2);
  }

  @Test
  void firstRevisionAfterTheSubscriptionIsLeftOut() {
    script.subscribed("ada", "team", 4).heard("ada", "team", 6, Action.ADDED, "i");

    findsFirst(
        Promise.P4, "Listener ear-ada of ada was told of revision 6 next after 4 of bin team", 2);
  }

  @Test
  void lastRevisionIsNeverTold() {
    script.subscribed("ada", "team", 4).subscribed("ben", "team", 4);
    long call = script.asks("ben", ADD);
    script.heard("ben", "team", 5, Action.ADDED, "i");
    script.answered(call, 200, 0, Told.nothing()).settled();

    finds(Promise.P4, "Listener ear-ada of ada was never told of revision 5 of bin team", 3);
  }

  @Test
  void whoeverIsCutNeedNotHearWhatWasBefore() {
    script.listens("ada").subscribed("ada", "team", 4).subscribed("ben", "team", 4);
    long call = script.asks("ben", ADD);
    script.heard("ben", "team", 5, Action.ADDED, "i");
    script.answered(call, 200, 0, Told.nothing());
    script.cut("ada").settled();

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whoeverIsBackHearsNothing() {
    script.listens("ada").subscribed("ada", "team", 4).cut("ada");
    script.add(new Happening.Listens("ear-ada", script.tick())).rings("ben", 5).settled();

    finds(Promise.P4, DEAF, 4);
  }

  @Test
  void whoeverIsCutIsNeverLetInAgain() {
    script.listens("ada").subscribed("ada", "team", 4).cut("ada").rings("ben", 5).settled();

    finds(Promise.P4, DEAF, 4);
  }

  @Test
  void whoeverListensIsNeverToldAnything() {
    script.listens("ada").rings("ben", 5).settled();

    finds(Promise.P4, DEAF, 4);
  }

  @Test
  void whoeverLostTheRightNeedNotHearIt() {
    script.listens("ada").done("admin", new Wish.Withdraw("ada", List.of("team")));
    script.rings("ben", 5).settled();

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whoeverBeginsToListenNeedNotHearWhatWasBefore() {
    script.rings("ben", 5).listens("ada").settled();

    assertThat(script.check()).isEmpty();
  }

  @Test
  void revisionIsToldTwice() {
    script.subscribed("ada", "team", 4);
    script.asks("ben", ADD);
    script.heard("ada", "team", 5, Action.ADDED, "i").heard("ada", "team", 5, Action.ADDED, "i");

    finds(Promise.P4, "Listener ear-ada of ada was told twice of revision 5 of bin team", 2);
  }

  @Test
  void revisionsComeInTheWrongOrder() {
    script.asks("ben", ADD);
    script.asks("ben", new Wish.Add("k", "team"));
    script.heard("ada", "team", 6, Action.ADDED, "k").heard("ada", "team", 5, Action.ADDED, "i");

    finds(
        Promise.P4,
        "Listener ear-ada of ada was told of revision 5 after it was told of 6 of bin team",
        2);
  }

  @Test
  void twoAreToldDifferently() {
    script.asks("ben", ADD);
    script.asks("ben", new Wish.Add("k", "team"));
    script.heard("ada", "team", 5, Action.ADDED, "i").heard("ben", "team", 5, Action.ADDED, "k");

    finds(Promise.P4, "Revision 5 of bin team is told as ADDED of i and as ADDED of k", 2);
  }

  @Test
  void changesLackARevision() {
    script.asks("ben", ADD);
    script.asks("ben", new Wish.Add("k", "team"));
    script.changes(
        "team", 4, 2, new Change(5, Action.ADDED, "i"), new Change(7, Action.ADDED, "k"));

    finds(Promise.P4, "The changes of bin team since 4 lack revision 6", 1);
  }

  @Test
  void contentIsNotWhatTheChangesMakeOfIt() {
    script.shows("team", 4, "k").asks("ben", ADD);
    script.heard("ada", "team", 5, Action.ADDED, "i").shows("team", 5, "k");

    finds(
        Promise.P4,
        "Bin team at revision 5 does not show i, which lies there by what was read before and"
            + " told since",
        2);
  }

  @Test
  void readDoesNotShowWhatWasAnsweredBefore() {
    script.shows("team", 4, "i").pulled("ada", "i", 7).shows("team", 4, "i");
    script.heard("ada", "team", 5, Action.REMOVED, "i").shows("team", 5);

    finds(
        Promise.P4, "i: a read that was asked for later does not show what was answered before", 4);
  }

  @Test
  void readIsOlderThanWhatWasTold() {
    script.heard("ada", "team", 5, Action.REMOVED, "i").shows("team", 4, "i");

    findsFirst(Promise.P4, "Bin team was read at revision 4 after a later one had been told", 2);
  }

  @Test
  void whatLiesBeyondThePartThatWasReadMayBeTakenOut() {
    script.add(
        new Happening.Snapshot(
            "ada", "team", 4, List.of("i"), 2, false, script.tick(), script.tick()));
    script.asks("ben", new Wish.Pull("k", "team"));
    script.heard("ada", "team", 5, Action.REMOVED, "k");

    assertThat(script.check()).isEmpty();
  }

  @Test
  void countIsNotTheContent() {
    script.shows("team", 4, "i", "k");
    script.add(new Counted("ada", "team", OptionalLong.of(4), 3, script.tick(), script.tick()));

    finds(Promise.P6, "Bin team is said to hold 3, and at revision 4 it holds 2", 2);
  }

  @Test
  void countWithoutARevisionWasNeverTheContent() {
    script.shows("team", 4, "i", "k");
    script.add(new Counted("ada", "team", OptionalLong.empty(), 3, script.tick(), script.tick()));
    script.shows("team", 4, "i", "k");

    finds(Promise.P6, "Bin team is said to hold 3, and whatever revision is meant", 2);
  }

  @Test
  void itemCountIsNotTheContent() {
    script.add(new Happening.Snapshot("ada", "team", 4, List.of("i"), 2, true, 1, script.tick()));

    finds(Promise.P6, "Bin team is said to hold 2 at revision 4, and shows 1", 1);
  }

  @Test
  void eventReachesWhoHasNoRight() {
    script.asks("ben", ADD);
    script.add(new Heard("l", "cleo", "team", new Change(5, Action.ADDED, "i"), script.tick()));

    finds(Promise.P7, "cleo was told of a change of bin team, which he had no right to see", 1);
  }

  @Test
  void eventReachesWhoHasLostTheRight() {
    script.shows("team", 4, "i");
    script.done("admin", new Wish.Withdraw("ben", List.of("team")));
    long ada = script.asks("ada", PULL);
    script.answered(ada, 200, 0, Told.nothing()).heard("ben", "team", 5, Action.REMOVED, "i");

    finds(Promise.P7, "ben was told of a change of bin team, which he had no right to see", 4);
  }

  @Test
  void whatHappenedBeforeTheRightWasLostMayComeLate() {
    script.shows("team", 4, "i");
    long ada = script.asks("ada", PULL);
    script.answered(ada, 200, 0, Told.nothing());
    script.done("admin", new Wish.Withdraw("ben", List.of("team")));
    script.heard("ben", "team", 5, Action.REMOVED, "i");

    assertThat(script.check()).isEmpty();
  }

  @Test
  void readIsAnsweredToWhoHasLostTheRight() {
    script.done("admin", new Wish.Withdraw("ben", List.of("team"))).reads("ben", "team", 4);

    finds(Promise.P7, "ben was shown bin team, which he had no right to see", 3);
  }

  @Test
  void readIsAnsweredWhileTheRightIsTakenAway() {
    long call = script.asks("admin", new Wish.Withdraw("ben", List.of("team")));
    script.reads("ben", "team", 4).answered(call, 200, 0, Told.nothing());

    assertThat(script.check()).isEmpty();
  }

  @Test
  void readIsAnsweredBeforeTheRightIsGiven() {
    script.reads("cleo", "team", 4).done("admin", new Wish.Grant("cleo", List.of("team")));

    finds(Promise.P7, "cleo was shown bin team, which he had no right to see", 1);
  }

  @Test
  void listShowsAForeignItem() {
    script.add(new Happening.Entitled("admin", "own-cleo", 0)).shows("own-cleo", 1, "secret");
    script.reads("ada", "team", 4, "i").reads("ada", "team", 4, "i", "secret");

    finds(
        Promise.P7, "ada was shown secret in bin team, which lies in a bin that he may not see", 2);
  }

  @Test
  void itemIsTakenOutOfAForeignBin() {
    script.done("cleo", PULL);

    finds(Promise.P7, "cleo moved an item of bin team, which he had no right to see", 2);
  }

  @Test
  void whatAKeyKeepsIsToldAgainAfterTheRightWasLost() {
    Told isInBack = Told.nothing().withReference(7).withConflict(new Place.Bin("back"));
    Optional<String> key = Optional.of("k");
    script.shows("back", 4, "i");
    script.answered(script.asks("ben", PULL, key, OptionalLong.empty()), 409, 19, isInBack);
    script.done("admin", new Wish.Withdraw("ben", List.of("back")));
    script.answered(script.asks("ben", PULL, key, OptionalLong.empty()), 409, 19, isInBack);

    assertThat(script.check()).isEmpty();
  }

  @Test
  void whoAsksAnewAfterTheRightWasLostIsToldOfTheBin() {
    script.done("admin", new Wish.Withdraw("ben", List.of("back")));
    script.lost("ben", PULL, new Place.Bin("back"));

    findsFirst(
        Promise.P7, "ben was told that an item is in bin back, which he had no right to see", 4);
  }

  @Test
  void loserIsToldOfABinThatHeMayNotSee() {
    script.lost("ada", PULL, new Place.Bin("own-cleo"));

    finds(
        Promise.P7,
        "ada was told that an item is in bin own-cleo, which he had no right to see",
        2);
  }

  @Test
  void loserIsToldToTakeAnItemOfAnotherBin() {
    script.add(new Happening.Entitled("admin", "own-cleo", 0)).shows("own-cleo", 1, "secret");
    long call = script.asks("ada", PULL);
    script.answered(
        call, 409, 19, Told.nothing().withConflict(new Place.Elsewhere()).withNext("secret"));

    finds(Promise.P7, "ada was told to take secret next, which never lay in bin team", 3);
  }

  @Test
  void somebodyIsToldOfAnItemThatWasNeverHis() {
    script.add(new Notified("l", "ada", "i", "Processing", OptionalLong.empty(), script.tick()));

    finds(Promise.P7, "ada was told of i, which was never his", 1);
  }
}
