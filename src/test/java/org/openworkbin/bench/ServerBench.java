package org.openworkbin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;

/**
 * Measures the whole server over HTTP, Basic on every call and keep-alive: pulls over 1, 8, 32 and
 * 256 connections, on one bin and on a hundred, and first pages of a small and a large bin, beside
 * the parts measured in the same run: the bare {@code Ledger.move} in the same process, an echo
 * through the same filters, and the generator's own CPU. Server and database share the machine with
 * the generator, {@code wrk}, which has to be installed. Nobody is subscribed.
 *
 * <p>Arguments: {@code sqlite}, {@code postgresql} or nothing for both; how many rounds, 3 unless
 * said; and {@code parts} where pulls over 32 connections beside their parts are enough.
 */
final class ServerBench {
  private static final int ITEMS = 80_000;
  private static final int SECONDS = 4;
  private static final int FEW = 4_000;

  private final BenchStore store;
  private final Wrk wrk;
  private final int rounds;
  private final boolean partsOnly;
  private final String name;

  private ServerBench(BenchStore store, Wrk wrk, int rounds, boolean partsOnly, String name) {
    this.store = store;
    this.wrk = wrk;
    this.rounds = rounds;
    this.partsOnly = partsOnly;
    this.name = name;
  }

  static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    System.out.println(
        "store       what                 per second  p50 us  p99 us  java us  db us  generator us");
    for (Dialect dialect : Dialect.values()) {
      if (arguments.length == 0 || dialect.name().equalsIgnoreCase(arguments[0])) {
        bench(dialect, rounds, arguments.length > 2 && arguments[2].equals("parts"));
      }
    }
  }

  private static void bench(Dialect dialect, int rounds, boolean partsOnly) throws Exception {
    Path requests = Files.createTempFile("open-workbin-bench", ".txt");
    try (DemoServer demo = DemoServer.start(dialect, Map.of("spring.profiles.active", "echo"))) {
      String name = dialect.name().toLowerCase(Locale.ROOT);
      new ServerBench(new BenchStore(demo), new Wrk(demo.url(), requests), rounds, partsOnly, name)
          .run();
    } finally {
      Files.delete(requests);
    }
  }

  private void run() throws IOException, InterruptedException {
    List<BenchStore.Item> one = store.fill(1, ITEMS);
    List<BenchStore.Item> hundred = store.fill(100, ITEMS);
    warmUp(hundred);
    List<Line> bare = new ArrayList<>();
    List<Line> echo = new ArrayList<>();
    List<Line> pulls = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      bare.add(bare(hundred, 32, ITEMS));
      echo.add(echo());
      pulls.add(pulls("pull 32 connections", hundred, 32, ITEMS));
    }
    parts(
        print("bare move 32 callers", bare),
        print("echo 32 connections", echo),
        print("pull 32 connections", pulls));
    if (!partsOnly) {
      others(one, hundred);
    }
  }

  private void others(List<BenchStore.Item> one, List<BenchStore.Item> hundred)
      throws IOException, InterruptedException {
    print("bare move 1 caller", repeat(() -> bare(hundred, 1, FEW)));
    print("pull 1 connection", repeat(() -> pulls("", hundred, 1, ITEMS / 2)));
    print("pull 8 connections", repeat(() -> pulls("", hundred, 8, ITEMS / 2)));
    print("pull 256 connections", repeat(() -> pulls("", hundred, 256, ITEMS)));
    print("pull 32, one bin", repeat(() -> pulls("", one, 32, ITEMS)));
    pages();
  }

  private void pages() throws IOException, InterruptedException {
    String small = store.deepBin(10_000);
    page(small);
    page(small);
    print("page of 10,000", repeat(() -> page(small)));
    String large = store.deepBin(1_000_000);
    print("page of 1,000,000", repeat(() -> page(large)));
    print("page of 10,000", repeat(() -> page(small)));
  }

  /** About a minute: before that the compiler takes a good part of two cores. */
  private void warmUp(List<BenchStore.Item> items) throws IOException, InterruptedException {
    for (int i = 0; i < 6; i++) {
      pulls("", items, 32, ITEMS);
    }
    echo();
    bare(items, 32, ITEMS);
  }

  private Line pulls(String what, List<BenchStore.Item> items, int connections, int count)
      throws IOException, InterruptedException {
    List<BenchStore.Item> some = shuffled(items, count);
    wrk.write(some.stream().map(BenchStore.Item::pullRequest).toList());
    Line line = measured(what, () -> wrk.run(connections, SECONDS, false));
    store.addBack(some);
    return line;
  }

  private Line echo() throws IOException, InterruptedException {
    wrk.write(
        IntStream.range(0, 1000)
            .mapToObj(i ->
                "POST\t/api/v2/echo/1\t{\"operationName\":\"PullChat\",\"id\":\"ITEM%d\"}"
                    .formatted(i))
            .toList());
    return measured("echo", () -> wrk.run(32, SECONDS, true));
  }

  private Line page(String path) throws IOException, InterruptedException {
    wrk.write(List.of("GET\t" + path + "\t"));
    return measured("page", () -> wrk.run(32, SECONDS, true));
  }

  private Line bare(List<BenchStore.Item> items, int callers, int count)
      throws InterruptedException {
    List<BenchStore.Item> some = shuffled(items, count);
    CpuTime.Used before = store.used();
    BenchStore.Times times = store.pull(some, callers);
    Line line =
        Line.of(times.perSecond(), times.p50(), times.p99(), store.used().since(before), count, 0);
    store.addBack(some);
    return line;
  }

  private Line measured(String what, Run run) throws IOException, InterruptedException {
    CpuTime.Used before = store.used();
    Wrk.Result result = run.run();
    CpuTime.Used used = store.used().since(before);
    if (result.refused() > 300) {
      throw new IllegalStateException(what + ": " + result.refused() + " were refused");
    }
    return Line.of(
        result.perSecond(),
        (double) result.p50(),
        (double) result.p99(),
        used,
        result.count(),
        result.cpu());
  }

  private static List<BenchStore.Item> shuffled(List<BenchStore.Item> items, int count) {
    List<BenchStore.Item> some = new ArrayList<>(items);
    Collections.shuffle(some, new Random(count));
    return some.subList(0, Math.min(count, some.size()));
  }

  private List<Line> repeat(Measurement measurement) throws IOException, InterruptedException {
    List<Line> lines = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      lines.add(measurement.take());
    }
    return lines;
  }

  /** Prints the median of each column. */
  private Line print(String what, List<Line> lines) {
    Line median = Line.median(lines);
    System.out.printf(
        Locale.ROOT,
        "%-11s %-22s %8.0f %7.0f %7.0f %8.1f %6.1f %13.1f%n",
        name,
        what,
        median.perSecond(),
        median.p50(),
        median.p99(),
        median.java(),
        median.database(),
        median.generator());
    return median;
  }

  private void parts(Line bare, Line echo, Line pull) {
    double sum = bare.java() + bare.database() + echo.java() + echo.generator();
    double allowed = Runtime.getRuntime().availableProcessors() * 1e6 / sum;
    System.out.printf(
        Locale.ROOT,
        "%-11s parts: %.1f us, so %.0f a second are allowed; reached %.2f of that,"
            + " at %.1f us of server and database%n",
        name,
        sum,
        allowed,
        pull.perSecond() / allowed,
        pull.java() + pull.database());
  }

  private interface Run {
    Wrk.Result run() throws IOException, InterruptedException;
  }

  private interface Measurement {
    Line take() throws IOException, InterruptedException;
  }

  /** One measurement; times in microseconds, CPU for each operation. */
  private record Line(
      double perSecond, double p50, double p99, double java, double database, double generator) {

    static Line of(
        double perSecond, double p50, double p99, CpuTime.Used used, long count, double cpu) {
      return new Line(
          perSecond, p50, p99, used.java() / 1e3 / count, used.database() / 1e3 / count, cpu);
    }

    static Line median(List<Line> lines) {
      return new Line(
          median(lines.stream().mapToDouble(Line::perSecond).toArray()),
          median(lines.stream().mapToDouble(Line::p50).toArray()),
          median(lines.stream().mapToDouble(Line::p99).toArray()),
          median(lines.stream().mapToDouble(Line::java).toArray()),
          median(lines.stream().mapToDouble(Line::database).toArray()),
          median(lines.stream().mapToDouble(Line::generator).toArray()));
    }

    private static double median(double[] values) {
      Arrays.sort(values);
      return values[values.length / 2];
    }
  }
}
