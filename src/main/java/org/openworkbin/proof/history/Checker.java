package org.openworkbin.proof.history;

import java.util.List;

/** Judges whether a history can be that of a server that keeps its promises. Pure. */
public final class Checker {

  private Checker() {}

  /**
   * What was not kept, at most a hundred findings for each promise; empty for a history that is
   * sound. Each item, and each stream that a listener heard, is told of once, by the first thing
   * that is wrong: whoever was not told that something was taken from him is a finding only where
   * it was taken as it may be.
   */
  public static List<Violation> check(History history) {
    return judge(history).violations();
  }

  /** The same, with how much could not be decided. */
  public static Judgement judge(History history) {
    Findings findings = new Findings();
    Faults faults = Faults.of(history);
    Requests requests = Requests.of(history);
    Rights rights = Rights.of(history, requests);
    new Replies(findings).check(requests);
    Chronicles chronicles = new Chronicles(findings, faults);
    chronicles.read(history, requests);
    new Streams(findings, chronicles, rights).check(history);
    new Secrets(findings, chronicles, rights).check(history, requests);
    new Audit(findings, chronicles).check(history);
    new Contents(findings, chronicles, rights).check(history);
    Ways ways = new Ways(findings, faults, Leases.of(history, requests));
    ways.check(Trails.of(history, requests, chronicles));
    new Goodbyes(findings, chronicles).check(history, Losses.of(history, requests));
    return new Judgement(findings.all(), ways.undecided());
  }
}
