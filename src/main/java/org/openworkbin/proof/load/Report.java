package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a run showed.
 *
 * @param measured how long was measured, warm-up and preparations left out
 * @param events from a pull to the message of each listener; empty where nobody listened
 * @param generator the share of this machine that the generator took, 0 to 1
 * @param generatorMicros processor time of the generator for each operation
 * @param doubts what makes the figures doubtful, a sentence each
 * @param complaints what went wrong, a sentence each
 */
public record Report(
    LoadPlan plan,
    Duration measured,
    List<Line> operations,
    List<Events> events,
    double generator,
    int processors,
    double generatorMicros,
    List<String> doubts,
    List<String> complaints) {
  private static final double TOO_MUCH = 0.5;
  private static final double MILLI = 1000;

  public Report {
    operations = List.copyOf(operations);
    events = List.copyOf(events);
    doubts = List.copyOf(doubts);
    complaints = List.copyOf(complaints);
  }

  static Report of(
      LoadPlan plan,
      Figures figures,
      Audience audience,
      LateStarts late,
      OwnShare share,
      Duration measured) {
    List<Line> lines = new ArrayList<>();
    double seconds = Math.max(1e-9, measured.toNanos() / 1e9);
    figures
        .all()
        .forEach((operation, each) -> {
          if (!each.isEmpty()) {
            lines.add(
                new Line(
                    operation.label(),
                    each.all().getTotalCount() / seconds,
                    Times.of(each.all()),
                    each.lostCount(),
                    each.errors()));
          }
        });
    int processors = Runtime.getRuntime().availableProcessors();
    long requests =
        lines.stream().mapToLong(line -> line.times().count() + line.lost() + line.failed()).sum();
    List<Events> events = new ArrayList<>();
    if (audience.size() > 0) {
      events.add(
          new Events(
              audience.size(),
              audience.deliveries().expected(),
              Times.of(audience.deliveries().delays().all()),
              audience.messages(),
              audience.lost()));
    }
    return new Report(
        plan,
        measured,
        lines,
        events,
        share.ofMachine(processors),
        processors,
        requests == 0 ? 0 : share.cpu() / 1e3 / requests,
        doubts(plan, late, share.ofMachine(processors)),
        complaints(lines, events));
  }

  private static List<String> doubts(LoadPlan plan, LateStarts late, double generator) {
    List<String> doubts = new ArrayList<>();
    if (generator > TOO_MUCH) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "The generator took %.0f %% of this machine: the server may be faster than it looks here.",
              generator * 100));
    }
    if (late.late() > 0) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d turns began late, up to %,.0f ms, because all %d connections were busy:"
                  + " it counts in their times. Where that is not the server's fault, take more"
                  + " --connections.",
              late.late(),
              late.all(),
              late.worst() / 1e6,
              plan.connections()));
    }
    return doubts;
  }

  private static List<String> complaints(List<Line> lines, List<Events> events) {
    List<String> complaints = new ArrayList<>();
    long failed = lines.stream().mapToLong(Line::failed).sum();
    if (failed > 0) {
      complaints.add(String.format(Locale.ROOT, "%,d operations failed.", failed));
    }
    if (lines.isEmpty()) {
      complaints.add("Nothing was measured.");
    }
    for (Events each : events) {
      if (each.times().count() < each.expected()) {
        complaints.add(
            String.format(
                Locale.ROOT,
                "Listeners heard %,d of %,d events.",
                each.times().count(),
                each.expected()));
      }
      if (each.lost() > 0) {
        complaints.add(
            String.format(Locale.ROOT, "Listeners lost their connection %,d times.", each.lost()));
      }
    }
    return complaints;
  }

  /** The same with one more, unless it is "". */
  public Report withComplaint(String complaint) {
    if (complaint.isEmpty()) {
      return this;
    }
    List<String> more = new ArrayList<>(complaints);
    more.add(complaint);
    return new Report(
        plan, measured, operations, events, generator, processors, generatorMicros, doubts, more);
  }

  Report withFaults(List<Throwable> faults) {
    return faults.isEmpty()
        ? this
        : withComplaint("The generator itself failed: " + faults.getFirst());
  }

  /** Whether there is nothing to complain of. */
  public boolean isClean() {
    return complaints.isEmpty();
  }

  /**
   * One kind of operation.
   *
   * @param lost how often somebody else was faster
   * @param errors how often what went wrong
   */
  record Line(
      String operation, double perSecond, Times times, long lost, Map<String, Long> errors) {
    long failed() {
      return errors.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * What listeners heard.
   *
   * @param expected how many events of measured pulls there were to hear
   * @param messages all that came
   * @param lost how often a connection was lost
   */
  record Events(int listeners, long expected, Times times, long messages, long lost) {}

  /** How long it took, in milliseconds. */
  record Times(long count, double p50, double p90, double p99, double max) {
    static Times of(Histogram micros) {
      return new Times(
          micros.getTotalCount(),
          micros.getValueAtPercentile(50) / MILLI,
          micros.getValueAtPercentile(90) / MILLI,
          micros.getValueAtPercentile(99) / MILLI,
          micros.getMaxValue() / MILLI);
    }
  }
}
