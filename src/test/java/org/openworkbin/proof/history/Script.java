package org.openworkbin.proof.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.proof.history.Change.Action;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Cut;
import org.openworkbin.proof.history.Happening.Entitled;
import org.openworkbin.proof.history.Happening.Found;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Listens;
import org.openworkbin.proof.history.Happening.Opened;
import org.openworkbin.proof.history.Happening.Settled;
import org.openworkbin.proof.history.Happening.Snapshot;
import org.openworkbin.proof.history.Happening.Struck;
import org.openworkbin.proof.history.Happening.Subscribed;

/** A short history told by hand: what is said next happens later, in steps of ten. */
final class Script {
  private static final long STEP = 10;
  private static final Duration LEASE = Duration.ofHours(3);

  private final List<Happening> happenings = new ArrayList<>();
  private long now;
  private long calls;

  /** Everybody may see the bins {@code team} and {@code back}. */
  static Script began() {
    Script script = new Script();
    for (String agent : List.of("ada", "ben", "admin")) {
      script.add(new Entitled(agent, "team", 0));
      script.add(new Entitled(agent, "back", 0));
    }
    return script;
  }

  long tick() {
    now += STEP;
    return now;
  }

  /** Nobody does anything for so long that every hold may have ended. */
  Script leasesEnd() {
    now += LEASE.toNanos();
    return this;
  }

  Script add(Happening happening) {
    happenings.add(happening);
    return this;
  }

  /** The number of the request. */
  long asks(String agent, Wish wish) {
    return asks(agent, wish, Optional.empty(), OptionalLong.empty());
  }

  long asks(String agent, Wish wish, Optional<String> key, OptionalLong hold) {
    add(new Asked(++calls, agent, wish, key, hold, tick()));
    return calls;
  }

  Script answered(long call, int status, int code, Told told) {
    return add(new Answered(call, status, code, told, tick()));
  }

  Script done(String agent, Wish wish) {
    return answered(asks(agent, wish), 200, 0, Told.nothing());
  }

  Script pulled(String agent, String item, long hold) {
    return answered(
        asks(agent, new Wish.Pull(item, "team")),
        200,
        0,
        Told.nothing().withReference(hold).withHold(item, hold));
  }

  Script lost(String agent, Wish wish, Place where) {
    return answered(asks(agent, wish), 409, 19, Told.nothing().withConflict(where).withRefused());
  }

  /** Sets out to hear the bin {@code team}, and is answered that it does. */
  Script listens(String agent) {
    add(new Opened("ear-" + agent, agent, List.of("team"), tick()));
    return add(new Listens("ear-" + agent, tick()));
  }

  Script cut(String agent) {
    return add(new Cut("ear-" + agent, tick()));
  }

  /** An item that is new comes into the bin {@code team}, and is seen there. */
  Script rings(String agent, long revision) {
    reads(agent, "team", revision - 1);
    long call = asks(agent, new Wish.Add("bell", "team"));
    answered(call, 200, 0, Told.nothing());
    long asked = tick();
    Change change = new Change(revision, Action.ADDED, "bell");
    return add(
        new CaughtUp(
            agent, "team", revision - 1, List.of(change), revision, 1, false, asked, tick()));
  }

  Script subscribed(String agent, String bin, long revision) {
    return add(new Subscribed("ear-" + agent, agent, bin, revision, tick()));
  }

  Script heard(String agent, String bin, long revision, Action action, String item) {
    return add(new Heard("ear-" + agent, agent, bin, new Change(revision, action, item), tick()));
  }

  Script shows(String bin, long revision, String... items) {
    return reads("admin", bin, revision, items);
  }

  Script reads(String agent, String bin, long revision, String... items) {
    long asked = tick();
    return add(
        new Snapshot(agent, bin, revision, List.of(items), items.length, true, asked, tick()));
  }

  Script changes(String bin, long since, long itemCount, Change... changes) {
    long asked = tick();
    return add(
        new CaughtUp(
            "admin",
            bin,
            since,
            List.of(changes),
            since + changes.length,
            itemCount,
            false,
            asked,
            tick()));
  }

  Script struck(Fault fault) {
    long began = tick();
    return add(new Struck(fault, began, tick()));
  }

  Script settled() {
    return add(new Settled(tick()));
  }

  Script found(String item, Place place) {
    long asked = tick();
    return add(new Found(item, place, asked, tick()));
  }

  History history() {
    return new History(new Run("script", "", 0, LEASE), happenings);
  }

  List<Violation> check() {
    return Checker.check(history());
  }
}
