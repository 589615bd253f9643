package org.openworkbin.workbin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Figures;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Counts arrivals, departures and ages of a bin for those who may see it. */
@Service
final class BinFigures {
  private static final int MOST_STEPS = 200;
  private static final List<Duration> AGES =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7));

  private final Workbins workbins;
  private final Figures figures;
  private final InstantSource clock;

  BinFigures(Workbins workbins, Figures figures, InstantSource clock) {
    this.workbins = workbins;
    this.figures = figures;
    this.clock = clock;
  }

  /** Figures of the time that ends now, in whole steps that cover it. */
  Counted of(UserId caller, BinId bin, Duration time, Duration step) {
    workbins.requireSight(caller, bin);
    long steps = Math.ceilDiv(time.toSeconds(), step.toSeconds());
    if (steps > MOST_STEPS) {
      throw new Refusal.OutOfRange("step", "There can be at most " + MOST_STEPS + " steps")
          .asException();
    }
    Instant from = clock.instant().minus(step.multipliedBy(steps));
    Figures.Question question = new Figures.Question(from, step, Math.toIntExact(steps), AGES);
    return new Counted(question, figures.of(bin, question));
  }

  /** What was asked and counted. */
  record Counted(Figures.Question question, Figures.Answer answer) {}
}
