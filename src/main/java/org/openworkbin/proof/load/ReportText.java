package org.openworkbin.proof.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people. */
public final class ReportText {

  private ReportText() {}

  /** Line by line. */
  public static List<String> of(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, %d agents, %d connections, %s loop, seed %d: %.1f s measured",
            report.plan().play(),
            report.plan().agents(),
            report.plan().connections(),
            report
                .plan()
                .rate()
                .map(rate -> String.format(Locale.ROOT, "open (%.0f a second)", rate))
                .orElse("closed"),
            report.plan().seed(),
            report.measured().toNanos() / 1e9));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-10s %10s %10s %9s %9s %9s %9s %9s %9s",
            "operation",
            "done",
            "a second",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "max ms",
            "lost",
            "errors"));
    report.operations().forEach(each -> lines.add(row(each)));
    report.events().forEach(each -> lines.addAll(events(each)));
    errors(report, lines);
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "The generator took %.0f %% of this machine's %d processors, %.0f µs an operation.",
            report.generator() * 100,
            report.processors(),
            report.generatorMicros()));
    report.doubts().forEach(doubt -> lines.add("Doubtful: " + doubt));
    report.complaints().forEach(complaint -> lines.add("Wrong: " + complaint));
    return lines;
  }

  private static String row(Report.Line each) {
    Report.Times times = each.times();
    return String.format(
        Locale.ROOT,
        "%-10s %,10d %,10.0f %9.1f %9.1f %9.1f %9.1f %,9d %,9d",
        each.operation(),
        times.count(),
        each.perSecond(),
        times.p50(),
        times.p90(),
        times.p99(),
        times.max(),
        each.lost(),
        each.failed());
  }

  private static List<String> events(Report.Events each) {
    Report.Times times = each.times();
    return List.of(
        "",
        String.format(
            Locale.ROOT,
            "From a pull to its event at each of %,d listeners: %,d of %,d heard,"
                + " p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms; %,d messages in all.",
            each.listeners(),
            times.count(),
            each.expected(),
            times.p50(),
            times.p90(),
            times.p99(),
            times.max(),
            each.messages()));
  }

  private static void errors(Report report, List<String> lines) {
    if (report.operations().stream().allMatch(each -> each.errors().isEmpty())) {
      return;
    }
    lines.add("");
    for (Report.Line each : report.operations()) {
      each.errors()
          .forEach((what, count) ->
              lines.add(
                  String.format(Locale.ROOT, "%-10s %,10d %s", each.operation(), count, what)));
    }
  }
}
