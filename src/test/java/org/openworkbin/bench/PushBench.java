package org.openworkbin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;

/**
 * Measures what it costs to tell a thousand subscribers over WebSocket of a pull, beside bare
 * CometD that delivers the same text to as many sessions: the server's CPU for each delivery, where
 * events come quietly and where they come thick, and the heap for each subscriber. The server runs
 * in this process, {@link BareCometd} in one of its own, and the subscribers of both in a third;
 * the two are measured in turn, each as often first as second.
 *
 * <p>Argument: how many rounds, 6 unless said.
 */
final class PushBench {
  private static final int SUBSCRIBERS = 1_000;

  /** Open before the heap is measured, for what is made once. */
  private static final int FIRST = 100;

  private static final int WARM_UP = 400;

  private final BenchStore store;
  private final List<UserId> users;
  private final Iterator<BenchStore.Item> items;
  private final BinId bin;
  private final Subscriptions subscriptions;
  private final String url;
  private final Partner bare;
  private final Partner subscribers;

  private PushBench(DemoServer demo, int events, Partner bare, Partner subscribers)
      throws Exception {
    this.store = new BenchStore(demo);
    this.users = store.users(SUBSCRIBERS);
    List<BenchStore.Item> made = store.fill(1, events);
    this.items = made.iterator();
    this.bin = made.getFirst().bin();
    this.subscriptions = demo.part(Subscriptions.class);
    this.url = demo.url();
    this.bare = bare;
    this.subscribers = subscribers;
  }

  static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6;
    int events = WARM_UP;
    for (Thickness thickness : Thickness.values()) {
      events += rounds * thickness.events;
    }
    try (DemoServer demo = DemoServer.start(Dialect.SQLITE);
        Partner bare = Partner.start(BareCometd.class, "2g");
        Partner subscribers = Partner.start(Subscribers.class, "256m")) {
      new PushBench(demo, events, bare, subscribers).run(rounds);
    }
  }

  private void run(int rounds) throws IOException {
    Server ours = new Ours();
    Server cometd = new Cometd();
    heap(ours, cometd);
    warmUp(ours, cometd);
    System.out.println(
        "events      a second   ours us   bare us     ratio, and that of each round");
    Map<Thickness, List<Double>> oursCpu = new EnumMap<>(Thickness.class);
    Map<Thickness, List<Double>> bareCpu = new EnumMap<>(Thickness.class);
    for (int round = 0; round < rounds; round++) {
      for (Thickness thickness : Thickness.values()) {
        boolean oursFirst = round % 2 == 0;
        if (oursFirst) {
          add(oursCpu, thickness, cpu(ours, thickness));
        }
        add(bareCpu, thickness, cpu(cometd, thickness));
        if (!oursFirst) {
          add(oursCpu, thickness, cpu(ours, thickness));
        }
      }
    }
    for (Thickness thickness : Thickness.values()) {
      print(thickness, oursCpu.get(thickness), bareCpu.get(thickness));
    }
  }

  private void heap(Server ours, Server cometd) throws IOException {
    long ourBytes = heap(ours);
    long bareBytes = heap(cometd);
    System.out.printf(
        Locale.ROOT,
        "heap of a subscriber: ours %d bytes, bare %d, ratio %.2f%n",
        ourBytes,
        bareBytes,
        (double) ourBytes / bareBytes);
  }

  private static long heap(Server server) throws IOException {
    server.open(0, FIRST);
    long before = server.heap();
    server.open(FIRST, SUBSCRIBERS);
    return (server.heap() - before) / (SUBSCRIBERS - FIRST);
  }

  private void warmUp(Server ours, Server cometd) throws IOException {
    ours.events(WARM_UP, 50);
    ours.await(WARM_UP);
    String message = subscribers.ask("first " + ours.port());
    System.out.printf(Locale.ROOT, "a message has %d characters%n", message.length() - 2);
    bare.ask("message " + message);
    cometd.events(WARM_UP, 50);
    cometd.await(WARM_UP);
  }

  private static void add(
      Map<Thickness, List<Double>> figures, Thickness thickness, double figure) {
    figures.computeIfAbsent(thickness, _ -> new ArrayList<>()).add(figure);
  }

  /** Microseconds of CPU for each delivery. */
  private static double cpu(Server server, Thickness thickness) throws IOException {
    long before = server.cpu();
    server.events(thickness.events, thickness.perSecond);
    long received = server.await(thickness.events);
    return (server.cpu() - before) / 1e3 / received;
  }

  private static void print(Thickness thickness, List<Double> ours, List<Double> bare) {
    StringBuilder ratios = new StringBuilder();
    for (int i = 0; i < ours.size(); i++) {
      ratios.append(String.format(Locale.ROOT, " %.2f", ours.get(i) / bare.get(i)));
    }
    System.out.printf(
        Locale.ROOT,
        "%-11s %8d %9.2f %9.2f %9.2f  %s%n",
        thickness.name().toLowerCase(Locale.ROOT),
        thickness.perSecond,
        median(ours),
        median(bare),
        median(ours) / median(bare),
        ratios);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** How events come. */
  private enum Thickness {
    QUIET(20, 60),
    THICK(200, 300);

    private final int perSecond;
    private final int events;

    Thickness(int perSecond, int events) {
      this.perSecond = perSecond;
      this.events = events;
    }
  }

  /** One of the two that are compared. */
  private abstract class Server {
    abstract int port() throws IOException;

    abstract void open(int from, int to) throws IOException;

    abstract void events(int count, int perSecond) throws IOException;

    abstract long cpu() throws IOException;

    abstract long heap() throws IOException;

    /** Waits until all have received that many events; how many deliveries there were. */
    final long await(int events) throws IOException {
      return subscribers.number("await %d %d".formatted(port(), (long) events * SUBSCRIBERS));
    }
  }

  private final class Ours extends Server {
    @Override
    int port() {
      return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    @Override
    void open(int from, int to) throws IOException {
      users.subList(from, to).forEach(user -> subscriptions.subscribe(user, bin, false));
      subscribers.ask("open %d /api/v2/notifications %d %d".formatted(port(), from, to));
    }

    @Override
    void events(int count, int perSecond) {
      Pace.keep(count, perSecond, _ -> store.pull(items.next()));
    }

    @Override
    long cpu() {
      return CpuTime.ofThisProcess();
    }

    @Override
    long heap() {
      return Heap.used();
    }
  }

  private final class Cometd extends Server {
    @Override
    int port() throws IOException {
      return (int) bare.number("port");
    }

    @Override
    void open(int from, int to) throws IOException {
      subscribers.ask("open %d /cometd %d %d".formatted(port(), from, to));
    }

    @Override
    void events(int count, int perSecond) throws IOException {
      bare.ask("deliver %d %d".formatted(count, perSecond));
    }

    @Override
    long cpu() throws IOException {
      return bare.number("cpu");
    }

    @Override
    long heap() throws IOException {
      return bare.number("heap");
    }
  }
}
