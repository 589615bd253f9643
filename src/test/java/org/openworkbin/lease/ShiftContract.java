package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

/** A crowd at work over HTTP while leases end and the clock jumps, on any store. */
abstract class ShiftContract {
  private static final int DESKS = 48;
  private static final int ITEMS = 240;
  private static final List<String> PEOPLE = List.of("ada", "ben", "cleo");
  private static final String TEAM =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger working = new AtomicInteger();
  private final Map<String, TestClient> clients = new TreeMap<>();
  private DemoServer demo;

  abstract Dialect dialect();

  @BeforeEach
  void open() {
    demo =
        DemoServer.start(
            dialect(),
            Map.of(
                "open-workbin.lease.duration", "10m",
                "open-workbin.lease.workbins.team-wb", "1m",
                "open-workbin.lease.sweep-every", "10m"),
            clock);
    PEOPLE.forEach(person -> clients.put(person, demo.client(person)));
    onlyWorkItemsLieThere();
    IntStream.range(0, ITEMS).forEach(_ -> demo.park(Medium.WORKITEM, demo.teamBin()));
  }

  private void onlyWorkItemsLieThere() {
    BinId team = demo.teamBin();
    UserId nobody = new UserId("nobody");
    for (Interaction item :
        demo.part(Bins.class).page(team, EnumSet.allOf(Medium.class), ITEMS, 0).items()) {
      Move away =
          new Move(
              item.id(),
              Optional.empty(),
              new Location.Bin(team),
              new Location.Ended(Location.Ending.COMPLETED),
              nobody,
              Reason.COMPLETE,
              0);
      assertThat(demo.part(Ledger.class).move(away)).isInstanceOf(Outcome.Moved.class);
    }
  }

  @AfterEach
  void close() {
    demo.close();
  }

  /** An answer, and the numbers of the newest journal entry before and after it. */
  private record Answered(Reply reply, long before, long after) {}

  @Test
  void nextItemGoesToOneAndNobodyIsSentAwayInVain() throws Exception {
    working.set(DESKS);

    List<Answered> answers =
        AtOnce.run(DESKS + 1, i -> i == DESKS ? time() : work(PEOPLE.get(i % 3), new Random(i)))
            .stream()
            .flatMap(List::stream)
            .toList();
    await()
        .until(() -> {
          passes(Duration.ofMinutes(1));
          return demo.part(Hands.class).holders().isEmpty();
        });

    assertThat(answers).anyMatch(each -> each.reply().status() == 404);
    nobodyWasSentAwayInVain(answers);
    List<Entry> journal = demo.part(Journal.class).after(0, Integer.MAX_VALUE);
    assertThat(journal)
        .extracting(Entry::reason)
        .contains(Reason.LEASE_ENDED, Reason.RELEASE, Reason.COMPLETE, Reason.ADD, Reason.EDIT);
    StoreAudit audit = new StoreAudit();
    audit.play(journal);
    audit.compare(demo.part(Bins.class));
  }

  private List<Answered> work(String person, Random random) {
    List<Answered> answers = new ArrayList<>();
    try {
      while (true) {
        Answered next = answered(person, TEAM, "{\"operationName\":\"PullNext\"}", "");
        answers.add(next);
        if (next.reply().status() == 404) {
          return answers;
        }
        assertThat(next.reply().status()).as(next.reply().text()).isEqualTo(200);
        does(
            person,
            next.reply().header("Workbin-Item"),
            next.reply().header("Workbin-Hold"),
            random.nextInt(10));
      }
    } finally {
      working.decrementAndGet();
    }
  }

  /** Late writes are refused, whoever has the item by now: several desks are of one person. */
  private void does(String person, String id, String hold, int what) {
    String item = "/api/v2/me/workitems/" + id;
    Reply reply =
        switch (what) {
          case 0 -> answered(person, item, "{\"operationName\":\"Release\"}", hold).reply();
          case 1 ->
              answered(
                      person,
                      TEAM,
                      "{\"operationName\":\"AddWorkitem\",\"id\":\"" + id + "\"}",
                      hold)
                  .reply();
          case 2 ->
              answered(
                      person,
                      item,
                      "{\"operationName\":\"AttachUserData\",\"userData\":{\"Draft\":1}}",
                      hold)
                  .reply();
          case 3 -> answered(person, "/api/v2/me", "", "").reply();
          default -> answered(person, item, "{\"operationName\":\"Complete\"}", hold).reply();
        };
    assertThat(reply.status()).as(reply.text()).isIn(200, 409);
    if (reply.status() == 409) {
      assertThat(reply.code()).isEqualTo(19);
      assertThat(reply.json().has("refused")).isTrue();
    }
  }

  private Answered answered(String person, String address, String body, String hold) {
    TestClient client = clients.get(person);
    Journal journal = demo.part(Journal.class);
    long before = journal.last();
    Reply reply =
        body.isEmpty()
            ? client.get(address)
            : (hold.isEmpty() ? client : client.with("Workbin-Hold", hold)).post(address, body);
    return new Answered(reply, before, journal.last());
  }

  /** All are silent now and then, as the clock goes on by more than their lease between two. */
  private List<Answered> time() {
    Random random = new Random(11);
    while (working.get() > 0) {
      if (random.nextInt(30) == 0) {
        clock.advance(Duration.ofHours(random.nextBoolean() ? 2 : -2));
      }
      passes(Duration.ofSeconds(20 + random.nextInt(60)));
    }
    return List.of();
  }

  private void passes(Duration duration) {
    clock.advance(duration);
    demo.part(LeaseSweep.class).sweep();
  }

  private void nobodyWasSentAwayInVain(List<Answered> answers) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (Entry entry :
        demo.part(Journal.class).ofBin(demo.teamBin(), 0, Integer.MAX_VALUE).entries()) {
      counts.put(entry.number(), entry.entered().or(entry::left).orElseThrow().itemCount());
    }
    for (Answered each : answers) {
      if (each.reply().status() == 404) {
        assertThat(counts.subMap(counts.floorKey(each.before()), true, each.after(), true).values())
            .as("%s", each)
            .contains(0L);
      }
    }
  }
}
