package org.openworkbin.proof.load;

import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report for programs: times in milliseconds, shares from 0 to 1. */
public final class ReportJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double THOUSAND = 1000;

  private ReportJson() {}

  /** One object, in lines. */
  public static String of(Report report) {
    ObjectNode all = JSON.createObjectNode();
    plan(all.putObject("plan"), report.plan());
    all.put("measuredSeconds", seconds(report.measured()));
    report
        .operations()
        .forEach(line -> {
          ObjectNode one = all.withArray("operations").addObject();
          one.put("operation", line.operation());
          one.put("perSecond", rounded(line.perSecond()));
          times(one, line.times());
          one.put("lost", line.lost());
          ObjectNode errors = one.putObject("errors");
          line.errors().forEach(errors::put);
        });
    report
        .events()
        .forEach(events -> {
          ObjectNode one = all.putObject("events");
          one.put("listeners", events.listeners());
          one.put("expected", events.expected());
          times(one, events.times());
          one.put("messages", events.messages());
          one.put("connectionsLost", events.lost());
        });
    ObjectNode generator = all.putObject("generator");
    generator.put("shareOfMachine", rounded(report.generator()));
    generator.put("processors", report.processors());
    generator.put("microsecondsEach", rounded(report.generatorMicros()));
    report.doubts().forEach(all.putArray("doubts")::add);
    report.complaints().forEach(all.putArray("complaints")::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static void plan(ObjectNode out, LoadPlan plan) {
    out.put("play", plan.play().toString());
    out.put("agents", plan.agents());
    out.put("groups", plan.groups());
    out.put("connections", plan.connections());
    plan.rate().ifPresent(rate -> out.put("rate", rate));
    out.put("listeners", plan.listeners());
    out.put("carrier", plan.carrier().wireName());
    out.put("durationSeconds", seconds(plan.duration()));
    out.put("warmUpSeconds", seconds(plan.warmUp()));
    out.put("thinkMillis", plan.think().toMillis());
    out.put("mix", plan.mix().toString());
    out.put("greedy", plan.greedy());
    out.put("items", plan.items());
    out.put("bytes", plan.bytes());
    out.put("seed", plan.seed());
  }

  private static void times(ObjectNode out, Report.Times times) {
    out.put("done", times.count());
    out.put("p50", times.p50());
    out.put("p90", times.p90());
    out.put("p99", times.p99());
    out.put("max", times.max());
  }

  private static double seconds(Duration duration) {
    return rounded(duration.toNanos() / 1e9);
  }

  private static double rounded(double value) {
    return Math.round(value * THOUSAND) / THOUSAND;
  }
}
