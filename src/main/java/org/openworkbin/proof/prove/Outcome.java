package org.openworkbin.proof.prove;

import org.openworkbin.proof.history.History;

/** What came of a run. */
public record Outcome(History history, Tally tally) {}
