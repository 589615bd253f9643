package org.openworkbin.proof.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openworkbin.proof.history.Checker;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.History;
import org.openworkbin.proof.history.Judgement;
import org.openworkbin.proof.history.Promise;
import org.openworkbin.proof.history.Violation;

/**
 * What there is to say of a run: what was done, what was promised, and what was not kept.
 *
 * @param lines for whoever reads
 * @param isClean whether every promise was checked and kept
 */
public record Report(List<String> lines, boolean isClean) {
  private static final int MOST_SHOWN = 3;

  public Report {
    lines = List.copyOf(lines);
  }

  /** Judges a history alone. */
  public static Report of(History history) {
    return judged(history, List.of());
  }

  /** Judges a run. */
  public static Report of(Outcome outcome) {
    return judged(outcome.history(), done(outcome.tally()));
  }

  private static List<String> done(Tally tally) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("%d calls, and what came of them:".formatted(tally.calls()));
    for (Map.Entry<String, Map<String, Long>> operation : tally.byOperation().entrySet()) {
      StringBuilder line = new StringBuilder("  %-10s".formatted(operation.getKey()));
      operation.getValue().forEach((outcome, n) -> line.append("  %s: %d".formatted(outcome, n)));
      lines.add(line.toString());
    }
    lines.add("%d changes of bins were heard.".formatted(tally.events()));
    lines.add("Trouble that was made:");
    for (Trouble trouble : Trouble.values()) {
      lines.add("  %6d %s".formatted(tally.count(trouble), trouble.words()));
    }
    return lines;
  }

  private static Report judged(History history, List<String> before) {
    List<String> lines = new ArrayList<>(before);
    Judgement judgement = Checker.judge(history);
    List<Violation> violations = judgement.violations();
    Map<Promise, Long> cases = Cases.of(history);
    cases.computeIfPresent(Promise.P1, (_, items) -> Math.max(0, items - judgement.undecided()));
    boolean clean = violations.isEmpty();
    lines.add("");
    for (Promise promise : Promise.values()) {
      long broken = violations.stream().filter(violation -> violation.promise() == promise).count();
      long checked = cases.getOrDefault(promise, 0L);
      String verdict = broken > 0 ? "BROKEN" : checked == 0 ? "NOT CHECKED" : "kept";
      lines.add(
          "%s %-11s %s %,d %s"
              .formatted(promise, verdict, promise.words(), checked, Cases.words(promise)));
      clean = clean && checked > 0;
    }
    if (judgement.undecided() > 0) {
      lines.add(
          "Not decided: %,d items, which can have gone too many ways."
              .formatted(judgement.undecided()));
    }
    lines.add("");
    int shown = 0;
    for (Promise promise : Promise.values()) {
      List<Violation> first =
          violations.stream()
              .filter(violation -> violation.promise() == promise)
              .limit(MOST_SHOWN)
              .toList();
      first.forEach(violation -> show(violation, lines));
      shown += first.size();
    }
    lines.add(lastLine(violations.size(), shown, clean));
    return new Report(lines, clean);
  }

  private static String lastLine(int violations, int shown, boolean clean) {
    if (violations > 0) {
      return violations > shown
          ? "%d findings; the first %d of each promise are shown.".formatted(violations, MOST_SHOWN)
          : "%d %s.".formatted(violations, violations == 1 ? "finding" : "findings");
    }
    return clean
        ? "Every promise was kept."
        : "Nothing broken was found, but too little was checked: let it run longer.";
  }

  private static void show(Violation violation, List<String> lines) {
    lines.add("%s: %s.".formatted(violation.promise(), violation.sentence()));
    for (Happening happening : violation.piece()) {
      lines.add(Words.of(happening));
    }
  }
}
