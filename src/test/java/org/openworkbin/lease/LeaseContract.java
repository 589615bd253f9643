package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestLedger;

/** How holds and offers end, on any store. */
abstract class LeaseContract {
  private static final Duration LEASE = Duration.ofMinutes(10);
  private Shop shop;
  private UserId ada;
  private UserId ben;
  private BinId team;

  abstract Dialect dialect();

  @BeforeEach
  void open() {
    open(new Shop(dialect()));
  }

  private void open(Shop opened) {
    shop = opened;
    ada = shop.hire();
    ben = shop.hire();
    team = shop.newTeamBin();
  }

  @AfterEach
  void close() {
    shop.audit();
    shop.close();
  }

  @Test
  void whatAnAgentHoldsWhoIsGoneGoesBackToWhereItWas() {
    Interaction first = shop.store.create(in(team));
    Interaction second = shop.store.create(in(team));
    Interaction held = shop.pulled(first, team, ada);

    shop.pass(LEASE.minusSeconds(1));
    assertThat(shop.now(held)).isEqualTo(held);
    shop.pass(Duration.ofSeconds(1));

    assertThat(shop.store.contentOf(team))
        .extracting(Interaction::id)
        .containsExactly(first.id(), second.id());
    assertThat(shop.now(held).placement()).isEqualTo(first.placement());
    Entry entry = last();
    assertThat(entry.reason()).isEqualTo(Reason.LEASE_ENDED);
    assertThat(entry.actor()).isEqualTo(ada);
    assertThat(entry.referenceId()).isZero();
  }

  @Test
  void anyTrafficOfItsAgentRenewsALease() {
    Interaction held = shop.pulledFrom(team, ada);
    Interaction bens = shop.pulledFrom(team, ben);

    shop.pass(LEASE.minusSeconds(1));
    shop.traffic.heard(ada);
    shop.pass(LEASE.minusSeconds(1));
    assertThat(shop.now(held)).isEqualTo(held);
    assertThat(shop.now(bens).location()).isEqualTo(in(team));
    shop.pass(Duration.ofSeconds(1));

    assertThat(shop.now(held).location()).isEqualTo(in(team));
  }

  @Test
  void eachItemHasTheLeaseOfItsWorkbinOrElseOfItsMedium() {
    shop.close();
    open(
        new Shop(
            dialect(),
            new LeaseSettings(
                Duration.ofMinutes(4),
                Map.of(Medium.CHAT, Duration.ofMinutes(2), Medium.EMAIL, Duration.ZERO),
                Map.of("team-wb", Duration.ofMinutes(6), "later-id", Duration.ofMinutes(8)),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                false),
            UnaryOperator.identity()));
    BinId drafts = new BinId(Shop.DRAFTS.id(), ada);
    BinId later = new BinId(Shop.LATER.id(), ada);
    List<Interaction> held =
        List.of(
            pulled(Medium.CHAT, drafts),
            pulled(Medium.WORKITEM, drafts),
            pulled(Medium.CHAT, team),
            pulled(Medium.CHAT, later),
            pulled(Medium.EMAIL, drafts));

    for (int back = 1; back <= held.size(); back++) {
      shop.pass(Duration.ofMinutes(2));
      int gone = Math.min(back, 4);
      assertThat(shop.store.hands().inHand(ada))
          .containsExactlyInAnyOrderElementsOf(held.subList(gone, held.size()));
    }
  }

  private Interaction pulled(Medium medium, BinId bin) {
    return shop.pulled(shop.store.create(medium, 0, in(bin)), bin, ada);
  }

  @Test
  void leaseIsWholeAgainAfterARestart() {
    Interaction held = shop.pulledFrom(team, ada);
    shop.clock.advance(LEASE.multipliedBy(3));

    LeaseSweep again = shop.sweep(Shop.TEN_MINUTES, shop.store.hands(), shop.store.ledger());
    sweepFor(again, LEASE.minusSeconds(1));
    assertThat(shop.now(held)).isEqualTo(held);
    sweepFor(again, Duration.ofSeconds(1));

    assertThat(shop.now(held).location()).isEqualTo(in(team));
  }

  private void sweepFor(LeaseSweep sweep, Duration duration) {
    for (Duration left = duration; left.isPositive(); left = left.minus(Shop.STEP)) {
      shop.clock.advance(left.compareTo(Shop.STEP) < 0 ? left : Shop.STEP);
      sweep.sweep();
    }
  }

  @Test
  void clockThatJumpsAheadEmptiesNoHand() {
    Interaction held = shop.pulledFrom(team, ada);
    shop.pass(LEASE.minusMinutes(1));

    shop.clock.advance(Duration.ofDays(1));
    shop.sweep.sweep();
    shop.pass(LEASE.minusSeconds(1));
    assertThat(shop.now(held)).isEqualTo(held);
    shop.pass(Shop.STEP);

    assertThat(shop.now(held).location()).isEqualTo(in(team));
  }

  @Test
  void clockThatIsSetBackKeepsNoHandFull() {
    Interaction held = shop.pulledFrom(team, ada);
    shop.pass(Shop.STEP);

    shop.clock.advance(Duration.ofDays(-400));
    shop.sweep.sweep();
    shop.pass(LEASE.minusSeconds(1));
    assertThat(shop.now(held)).isEqualTo(held);
    shop.pass(Shop.STEP);

    assertThat(shop.now(held).location()).isEqualTo(in(team));
  }

  @Test
  void lateWriteIsRefusedAndChangesNothing() {
    Interaction held = shop.pulledFrom(team, ada);
    shop.pass(LEASE);
    Interaction back = shop.now(held);

    assertThat(shop.store.ledger().move(shop.lateAdd(held, ada, shop.newTeamBin())))
        .isEqualTo(new Outcome.Lost(back, Optional.empty()));
    Interaction again = shop.pulled(back, team, ada);
    assertThat(shop.store.ledger().move(shop.lateAdd(held, ada, shop.newTeamBin())))
        .isEqualTo(new Outcome.Changed(again));

    assertThat(shop.now(held)).isEqualTo(again);
  }

  @Test
  void whatWasCreatedInHandGoesToItsQueueOrStays() {
    QueueId queue = Shop.ORDERS.id();
    Interaction homeless = shop.store.create(hand(ada));
    Interaction at =
        entry(
                shop.store
                    .ledger()
                    .create(
                        shop.store
                            .creation(Medium.WORKITEM, TestLedger.content(0), hand(ada))
                            .withHome(queue)))
            .interaction();

    shop.pass(LEASE.multipliedBy(2));

    assertThat(shop.now(at).location()).isEqualTo(new Location.Queue(queue));
    assertThat(shop.now(homeless)).isEqualTo(homeless);
  }

  @Test
  void offerThatNobodyTakesGoesBackIntoTheHandItCameFrom() {
    Interaction offered = shop.offered(shop.pulledFrom(team, ada), ada, ben);

    shop.pass(Duration.ofSeconds(59));
    assertThat(shop.now(offered)).isEqualTo(offered);
    shop.pass(Duration.ofSeconds(1));

    assertThat(shop.now(offered).location()).isEqualTo(hand(ada));
    assertThat(last().reason()).isEqualTo(Reason.OFFER_ENDED);
    assertThat(last().actor()).isEqualTo(ben);
    shop.pass(LEASE.minusSeconds(1));
    assertThat(shop.now(offered).location()).isEqualTo(hand(ada));
    shop.pass(Duration.ofSeconds(1));
    assertThat(shop.now(offered).location()).isEqualTo(in(team));
  }

  @Test
  void offerOfOneWhoIsGoneMeanwhileGoesBackToItsBin() {
    Interaction parked = shop.store.create(in(team));
    Interaction offered = shop.offered(shop.pulled(parked, team, ada), ada, ben);
    shop.dismiss(ada);

    shop.pass(Duration.ofSeconds(59));
    assertThat(shop.now(offered)).isEqualTo(offered);
    shop.pass(Duration.ofSeconds(1));

    assertThat(shop.now(offered).location()).isEqualTo(in(team));
    assertThat(shop.now(offered).placement()).isEqualTo(parked.placement());
  }

  @Test
  void offerToOneWhoIsGoneEndsAtOnce() {
    Interaction offered = shop.offered(shop.pulledFrom(team, ada), ada, ben);
    shop.dismiss(ben);

    shop.sweep.sweep();

    assertThat(shop.now(offered).location()).isEqualTo(hand(ada));
  }

  @Test
  void whatOneHoldsWhoIsDisabledGoesBackAtOnce() {
    Interaction held = shop.pulledFrom(team, ada);
    Interaction homeless = shop.store.create(hand(ada));
    shop.dismiss(ada);

    shop.sweep.sweep();

    assertThat(shop.now(held).location()).isEqualTo(in(team));
    assertThat(shop.now(homeless).location()).isEqualTo(in(new BinId(Shop.DRAFTS.id(), ada)));
    assertThat(last().reason()).isEqualTo(Reason.HOLDER_GONE);
  }

  @Test
  void whatOneHoldsWhomNobodyKnowsAnyMoreGoesBackAtOnce() {
    Interaction held = shop.pulledFrom(team, shop.store.newUser());

    shop.sweep.sweep();

    assertThat(shop.now(held).location()).isEqualTo(in(team));
  }

  private Entry last() {
    return shop.store.journal().after(shop.store.journal().last() - 1, 1).getFirst();
  }
}
