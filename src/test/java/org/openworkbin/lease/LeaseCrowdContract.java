package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.content;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Move.Terms;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;

/** What becomes of work while a crowd takes it, passes it on and vanishes, on any store. */
abstract class LeaseCrowdContract {
  private static final int AGENTS = 160;
  private static final int ITEMS = 800;
  private static final int ROUNDS = 12;
  private static final Duration LEASE = Duration.ofMinutes(10);
  private final ConcurrentLinkedQueue<Held> abandoned = new ConcurrentLinkedQueue<>();
  private final AtomicInteger working = new AtomicInteger();
  private Shop shop;
  private List<BinId> bins;
  private List<UserId> agents;

  abstract Dialect dialect();

  /** Something that an agent had in hand, as he knew it. */
  private record Held(Interaction item, UserId agent) {}

  @BeforeEach
  void open() throws Exception {
    shop = new Shop(dialect());
    bins = IntStream.range(0, 4).mapToObj(_ -> shop.newTeamBin()).toList();
    agents = IntStream.range(0, AGENTS).mapToObj(_ -> shop.hire()).toList();
    AtOnce.run(
        ITEMS, i -> shop.store.create(Medium.WORKITEM, i % 3, in(bins.get(i % bins.size()))));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatACrowdVanishesWithIsAllWhereItWas() throws Exception {
    List<List<Interaction>> before = bins.stream().map(shop.store::contentOf).toList();

    AtOnce.run(
        AGENTS,
        i -> {
          IntStream.range(0, 5).forEach(_ -> pullNext(agents.get(i), bins.get(i % bins.size())));
          return i;
        });
    assertThat(bins).allSatisfy(bin -> assertThat(shop.store.contentOf(bin)).isEmpty());
    assertThat(abandoned).hasSize(ITEMS);
    shop.pass(LEASE);

    for (int i = 0; i < bins.size(); i++) {
      assertThat(shop.store.contentOf(bins.get(i)))
          .extracting(Interaction::id)
          .containsExactlyElementsOf(before.get(i).stream().map(Interaction::id).toList());
    }
    lateWritesAreAllRefused();
    shop.audit();
  }

  @Test
  void crowdThatComesAndGoesWhileTheClockJumpsLosesAndDoublesNothing() throws Exception {
    Set<InteractionId> all = parked();
    working.set(AGENTS);

    AtOnce.run(AGENTS + 1, i -> i == AGENTS ? time() : work(i));
    shop.pass(LEASE.plus(Shop.STEP).multipliedBy(2));

    assertThat(reasons())
        .as("it came to all of this")
        .contains(
            Reason.LEASE_ENDED,
            Reason.OFFER_ENDED,
            Reason.HOLDER_GONE,
            Reason.RELEASE,
            Reason.ADD,
            Reason.COMPLETE,
            Reason.ACCEPT,
            Reason.EDIT);
    assertThat(shop.store.hands().holders()).isEmpty();
    assertThat(shop.store.hands().offers()).isEmpty();
    lateWritesAreAllRefused();
    shop.audit();
    Set<InteractionId> left = parked();
    left.addAll(ended());
    assertThat(left).isEqualTo(all);
  }

  private Set<InteractionId> parked() {
    return bins.stream()
        .flatMap(bin -> shop.store.contentOf(bin).stream())
        .map(Interaction::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<InteractionId> ended() {
    return journal().stream()
        .filter(entry -> entry.to() instanceof Location.Ended)
        .map(entry -> entry.interaction().id())
        .collect(Collectors.toSet());
  }

  private Set<Reason> reasons() {
    return journal().stream().map(Entry::reason).collect(Collectors.toSet());
  }

  private List<Entry> journal() {
    return shop.store.journal().after(0, Integer.MAX_VALUE);
  }

  /** Nobody whom an item was taken from can do anything with it, and nothing is changed. */
  private void lateWritesAreAllRefused() throws Exception {
    long last = shop.store.journal().last();
    List<Held> late = List.copyOf(abandoned);
    List<Outcome> outcomes =
        AtOnce.run(late.size(), i -> shop.store.ledger().move(add(late.get(i), bins.getFirst())));

    assertThat(outcomes).hasOnlyElementsOfTypes(Outcome.Lost.class, Outcome.Changed.class);
    assertThat(shop.store.journal().last()).isEqualTo(last);
  }

  /** Time goes by while they work, now and then by a jump, and the sweep looks all the while. */
  private int time() throws Exception {
    Random random = new Random(7);
    int sweeps = 0;
    while (working.get() > 0 || sweeps < 100) {
      boolean jumps = random.nextInt(40) == 0;
      shop.clock.advance(
          jumps
              ? Duration.ofHours(random.nextBoolean() ? 1 : -1)
              : Duration.ofSeconds(5 + random.nextInt(30)));
      shop.sweep.sweep();
      sweeps++;
    }
    return sweeps;
  }

  private int work(int number) throws Exception {
    UserId agent = agents.get(number);
    Random random = new Random(number);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        pullNext(agent, bins.get(random.nextInt(bins.size())));
        takeOffers(agent, random);
        for (Interaction held : shop.store.hands().inHand(agent)) {
          if (random.nextInt(3) > 0) {
            shop.store.ledger().move(somethingWith(new Held(held, agent), random));
          }
        }
      }
      if (number % 20 == 0) {
        shop.dismiss(agent);
      }
      return number;
    } finally {
      working.decrementAndGet();
    }
  }

  private void pullNext(UserId agent, BinId bin) {
    shop.traffic.heard(agent);
    NextPull next = new NextPull(bin, EnumSet.allOf(Medium.class), Optional.empty(), agent, 0);
    if (shop.store.ledger().pull(next) instanceof Outcome.Moved(Entry entry)) {
      abandoned.add(new Held(entry.interaction(), agent));
    }
  }

  private void takeOffers(UserId agent, Random random) {
    for (Interaction offered : shop.store.hands().offeredTo(agent)) {
      if (offered.location() instanceof Location.Offer offer) {
        switch (random.nextInt(3)) {
          case 0 -> move(offered, offer, hand(agent), agent, Reason.ACCEPT);
          case 1 -> move(offered, offer, hand(offer.by()), agent, Reason.REJECT);
          default -> {}
        }
      }
    }
  }

  private void move(Interaction item, Location from, Location to, UserId agent, Reason reason) {
    shop.store.ledger().move(new Move(item.id(), Optional.empty(), from, to, agent, reason, 0));
  }

  /** What a holder does; the sweep may be first. */
  private Move somethingWith(Held held, Random random) {
    BinId bin = bins.get(random.nextInt(bins.size()));
    UserId other = agents.get(random.nextInt(AGENTS));
    return switch (random.nextInt(6)) {
      case 0 -> complete(held);
      case 1 -> release(held);
      case 2 -> edit(held);
      case 3, 4 -> offer(held, other);
      default -> add(held, bin);
    };
  }

  private static Move add(Held held, BinId bin) {
    return fenced(held, in(bin), Reason.ADD, Terms.NONE);
  }

  private static Move complete(Held held) {
    return fenced(held, new Location.Ended(Location.Ending.COMPLETED), Reason.COMPLETE, Terms.NONE);
  }

  private static Move release(Held held) {
    return fenced(
        held, in(held.item().lastBin().orElseThrow()), Reason.RELEASE, Terms.NONE.toOldPlace());
  }

  private static Move offer(Held held, UserId other) {
    return fenced(held, new Location.Offer(other, held.agent()), Reason.TRANSFER, Terms.NONE);
  }

  private static Move edit(Held held) {
    return fenced(
        held,
        hand(held.agent()),
        Reason.EDIT,
        Terms.NONE.revising(held.item().contentVersion(), content(1)));
  }

  private static Move fenced(Held held, Location to, Reason reason, Terms terms) {
    return new Move(
            held.item().id(), Optional.empty(), hand(held.agent()), to, held.agent(), reason, 0)
        .on(terms.fencedBy(held.item().hold()));
  }
}
