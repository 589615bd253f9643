package org.openworkbin.proof.history;

import java.util.List;

/** All that happened in a run, as it was recorded. */
public record History(Run run, List<Happening> happenings) {
  public History {
    happenings = List.copyOf(happenings);
  }

  /** The same run with nothing but those happenings of it. */
  History with(List<Happening> others) {
    return new History(run, others);
  }
}
