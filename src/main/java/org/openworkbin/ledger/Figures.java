package org.openworkbin.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openworkbin.id.BinId;

/**
 * Counts what came into a bin and left it over time, and how old is what lies there. Thread-safe;
 * never waits for the writer; every answer is one consistent snapshot. The cost grows with what
 * happened in the time that is asked for and with what lies in the bin, not with the journal.
 */
public interface Figures {

  /** Counts by that question. */
  Answer of(BinId bin, Question question);

  /**
   * What is to be counted.
   *
   * @param from where the first step begins; the last one ends now
   * @param steps how many there are
   * @param ages the upper bounds of ages, rising, each belonging to its class
   */
  record Question(Instant from, Duration step, int steps, List<Duration> ages) {
    public Question {
      ages = List.copyOf(ages);
    }

    /** Where the last step ends. */
    public Instant to() {
      return from.plus(step.multipliedBy(steps));
    }
  }

  /**
   * What was counted.
   *
   * @param arrived how much came in during each step
   * @param left how much left during each step
   * @param count how much lay there at the end of each step
   * @param ages how much of what lies there is of each class of ages; the last is older than all
   */
  record Answer(List<Long> arrived, List<Long> left, List<Long> count, List<Long> ages) {
    public Answer {
      arrived = List.copyOf(arrived);
      left = List.copyOf(left);
      count = List.copyOf(count);
      ages = List.copyOf(ages);
    }
  }
}
