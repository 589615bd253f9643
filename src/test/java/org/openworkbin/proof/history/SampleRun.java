package org.openworkbin.proof.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Counted;
import org.openworkbin.proof.history.Happening.Cut;
import org.openworkbin.proof.history.Happening.Entitled;
import org.openworkbin.proof.history.Happening.Found;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Listens;
import org.openworkbin.proof.history.Happening.Notified;
import org.openworkbin.proof.history.Happening.Opened;
import org.openworkbin.proof.history.Happening.Settled;
import org.openworkbin.proof.history.Happening.Snapshot;
import org.openworkbin.proof.history.Happening.Struck;
import org.openworkbin.proof.history.Happening.Subscribed;
import org.openworkbin.proof.history.Happening.Unanswered;
import org.openworkbin.proof.history.Happening.Unsubscribed;

/**
 * The history of a crowd at a {@link SampleServer}, in a time of its own. Requests overlap, are
 * repeated and abandoned; listeners are cut; holders vanish; rights come and go; the server is
 * killed, which it survives.
 */
final class SampleRun {
  static final String ADMIN = "admin";
  private static final Duration LEASE = Duration.ofMillis(5);

  private final Random random;
  private final int agents;
  private final long end;
  private final List<String> items;
  private final SampleServer server = new SampleServer(this::tell);
  private final List<Happening> happenings = new ArrayList<>();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final Map<String, Long> listening = new HashMap<>();
  private final Set<String> subscribed = new HashSet<>();
  private long calls;
  private long now;
  private long numbers;

  private record Event(long at, long number, Runnable what) {}

  private SampleRun(long seed, int agents, int items, long end) {
    this.random = new Random(seed);
    this.agents = agents;
    this.items =
        new ArrayList<>(IntStream.range(0, items).mapToObj(each -> "item" + each).toList());
    this.end = end;
  }

  /** A small one. */
  static History of(long seed) {
    return of(seed, 4, 5, 150_000);
  }

  static History of(long seed, int agents, int items, long length) {
    return new SampleRun(seed, agents, items, length).play();
  }

  private History play() {
    for (String bin : bins()) {
      server.bin(bin);
    }
    items.forEach(item -> server.park(item, bins().get(random.nextInt(2))));
    for (String bin : bins()) {
      entitle(ADMIN, bin);
      read(ADMIN, bin);
    }
    for (int agent = 0; agent < agents; agent++) {
      String name = "agent" + agent;
      entitle(name, "team");
      entitle(name, "own-" + name);
      if (agent > 0) {
        entitle(name, "back");
      }
      List<String> bins = List.of("team", "back", "own-" + name);
      happenings.add(new Opened("ear-" + name, name, bins, 0));
      bins.forEach(bin -> subscribe(name, bin));
      listens(name);
      at(10 + random.nextInt(100), () -> work(name));
    }
    at(end / 2, this::kill);
    at(end / 3, () -> change(new Wish.Withdraw("agent1", List.of("back"))));
    at(2 * end / 3, () -> change(new Wish.Grant("agent1", List.of("back"))));
    LongStream.range(1, 10).forEach(tenth -> at(tenth * end / 10, this::takeBack));
    run();
    audit();
    happenings.sort(Comparator.comparingLong(Happening::at));
    return new History(new Run("sample", "SampleRun", 0, LEASE), happenings);
  }

  private List<String> bins() {
    List<String> all = new ArrayList<>(List.of("team", "back"));
    IntStream.range(0, agents).forEach(agent -> all.add("own-agent" + agent));
    return all;
  }

  private void run() {
    while (!events.isEmpty()) {
      Event next = events.remove();
      now = Math.max(now, next.at());
      next.what().run();
    }
  }

  private void at(long time, Runnable what) {
    events.add(new Event(Math.max(time, now), numbers++, what));
  }

  private void in(int most, Runnable what) {
    at(now + 1 + random.nextInt(most), what);
  }

  private void entitle(String agent, String bin) {
    server.rights.add(agent + bin);
    happenings.add(new Entitled(agent, bin, 0));
  }

  private void work(String agent) {
    if (now > end) {
      return;
    }
    if (random.nextInt(60) == 0) {
      vanish(agent);
      return;
    }
    Wish wish = choose(agent);
    Optional<String> key =
        random.nextInt(3) == 0 ? Optional.of("key" + numbers++) : Optional.empty();
    OptionalLong hold = OptionalLong.empty();
    if (wish instanceof Wish.Save(String item) && server.holds.containsKey(item)) {
      hold = OptionalLong.of(server.holds.get(item));
    }
    ask(agent, wish, key, hold, key.isPresent() ? random.nextInt(3) : 0);
  }

  private Wish choose(String agent) {
    List<String> bins = List.of("team", "back", "own-" + agent);
    String bin = bins.get(random.nextInt(10) == 0 ? 2 : random.nextInt(2));
    List<String> mine =
        items.stream()
            .filter(item -> new Place.Hand(agent).equals(server.places.get(item)))
            .toList();
    if (random.nextInt(30) == 0) {
      return new Wish.Create();
    }
    if (!mine.isEmpty() && random.nextInt(10) > 1) {
      String item = mine.getFirst();
      return switch (random.nextInt(20)) {
        case 0 -> new Wish.Finish(item);
        case 1, 2, 3 -> new Wish.Release(item);
        case 4, 5, 6 -> new Wish.Save(item);
        default -> new Wish.Add(item, bin);
      };
    }
    if (random.nextInt(8) == 0) {
      return new Wish.PullNext(bin);
    }
    String item = items.get(random.nextInt(items.size()));
    return random.nextInt(10) == 0 ? new Wish.Save(item) : new Wish.Pull(item, bin);
  }

  private void ask(String agent, Wish wish, Optional<String> key, OptionalLong hold, int again) {
    Asked asked = new Asked(++calls, agent, wish, key, hold, now);
    happenings.add(asked);
    boolean abandoned = random.nextInt(15) == 0;
    in(
        300,
        () -> {
          boolean lost = abandoned && random.nextBoolean();
          Place before = wish instanceof Wish.Move move ? server.places.get(move.item()) : null;
          Answered answer = lost ? null : server.answer(asked, now);
          if (before instanceof Place.Hand(String holder) && !lost && answer.status() == 200) {
            revoke(holder, ((Wish.Move) wish).item());
          }
          if (wish instanceof Wish.Grant(String member, List<String> bins)) {
            bins.forEach(bin -> subscribe(member, bin));
          }
          in(
              100,
              () -> {
                if (abandoned) {
                  happenings.add(new Unanswered(asked.call(), now));
                } else {
                  happenings.add(
                      new Answered(
                          asked.call(), answer.status(), answer.code(), answer.told(), now));
                  learn(agent, answer);
                }
                in(200, () -> goOn(agent, asked, again));
              });
        });
  }

  private void learn(String agent, Answered answer) {
    answer
        .told()
        .item()
        .ifPresent(item -> {
          if (!items.contains(item)) {
            items.add(item);
          }
          happenings.add(
              new Notified("ear-" + agent, agent, item, "Processing", answer.told().hold(), now));
        });
  }

  private void goOn(String agent, Asked asked, int again) {
    if (again > 0) {
      ask(agent, asked.wish(), asked.key(), asked.hold(), again - 1);
    } else if (agent.equals(ADMIN)) {
      List.of("team", "back").forEach(bin -> read(ADMIN, bin));
    } else {
      if (random.nextInt(6) == 0) {
        look(agent);
      }
      work(agent);
    }
  }

  private void look(String agent) {
    String bin = random.nextBoolean() ? "team" : "own-" + agent;
    switch (random.nextInt(3)) {
      case 0 -> read(agent, bin);
      case 1 -> catchUp(agent, bin, Math.max(0, server.revision(bin) - 5));
      default -> count(agent, bin);
    }
  }

  private void change(Wish wish) {
    ask(ADMIN, wish, Optional.empty(), OptionalLong.empty(), 0);
  }

  /** Something is taken out of somebody's hand, by the hold by which it was seen there. */
  private void takeBack() {
    items.stream()
        .filter(item -> server.places.get(item) instanceof Place.Hand)
        .findAny()
        .ifPresent(item ->
            ask(
                ADMIN,
                new Wish.Move(item, "team"),
                Optional.empty(),
                OptionalLong.of(server.holds.get(item)),
                0));
  }

  private void revoke(String holder, String item) {
    if (subscribed.stream().anyMatch(each -> each.startsWith(holder + " "))) {
      happenings.add(
          new Notified(
              "ear-" + holder, holder, item, "Revoked", OptionalLong.empty(), later(holder)));
    }
  }

  /** Somebody goes without a word; what he has goes back, and he comes again. */
  private void vanish(String agent) {
    cut(agent);
    at(
        now + LEASE.toNanos() + 1000,
        () -> {
          items.stream()
              .filter(item -> new Place.Hand(agent).equals(server.places.get(item)))
              .forEach(server::giveBack);
          rejoin(agent);
          in(500, () -> work(agent));
        });
  }

  private void cut(String agent) {
    happenings.add(new Cut("ear-" + agent, later(agent)));
    subscribed.removeIf(each -> each.startsWith(agent + " "));
  }

  private void rejoin(String agent) {
    for (String bin : List.of("team", "back", "own-" + agent)) {
      subscribe(agent, bin);
      if (server.may(agent, bin)) {
        catchUp(agent, bin, 0);
      }
    }
    listens(agent);
  }

  private void listens(String agent) {
    happenings.add(new Listens("ear-" + agent, later(agent)));
  }

  private void kill() {
    happenings.add(new Struck(Fault.SERVER_KILLED, now, now + 10));
    happenings.add(new Struck(Fault.SERVER_STARTED, now + 10, now + 20));
    IntStream.range(0, agents)
        .forEach(agent -> {
          cut("agent" + agent);
          at(now + 30, () -> rejoin("agent" + agent));
        });
  }

  private void subscribe(String agent, String bin) {
    if (server.may(agent, bin)) {
      subscribed.add(agent + " " + bin);
      happenings.add(
          new Subscribed("ear-" + agent, agent, bin, server.revision(bin), later(agent)));
    }
  }

  /** A time for the next message to that agent, after all before it. */
  private long later(String agent) {
    long time = Math.max(now, listening.getOrDefault(agent, 0L)) + 1 + random.nextInt(40);
    listening.put(agent, time);
    return time;
  }

  private void tell(String bin, Change change) {
    for (int each = 0; each < agents; each++) {
      String agent = "agent" + each;
      if (subscribed.contains(agent + " " + bin)) {
        if (server.may(agent, bin)) {
          happenings.add(new Heard("ear-" + agent, agent, bin, change, later(agent)));
        } else {
          subscribed.remove(agent + " " + bin);
          happenings.add(new Unsubscribed("ear-" + agent, agent, bin, later(agent)));
        }
      }
    }
  }

  private void read(String agent, String bin) {
    List<String> shown = List.copyOf(server.bins.get(bin));
    long revision = server.revision(bin);
    happenings.add(new Snapshot(agent, bin, revision, shown, shown.size(), true, now, ++now));
  }

  private void catchUp(String agent, String bin, long since) {
    List<Change> all = server.changes.get(bin);
    happenings.add(
        new CaughtUp(
            agent,
            bin,
            since,
            all.subList((int) since, all.size()),
            all.size(),
            server.bins.get(bin).size(),
            false,
            now,
            ++now));
  }

  private void count(String agent, String bin) {
    OptionalLong revision =
        random.nextBoolean() ? OptionalLong.of(server.revision(bin)) : OptionalLong.empty();
    happenings.add(new Counted(agent, bin, revision, server.bins.get(bin).size(), now, ++now));
  }

  private void audit() {
    now += 100_000;
    happenings.add(new Settled(now));
    for (String bin : bins()) {
      now++;
      read(ADMIN, bin);
      catchUp(ADMIN, bin, 0);
    }
    server.places.forEach((item, place) -> happenings.add(new Found(item, place, now, ++now)));
  }
}
