package org.openworkbin.lease;

import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.DirectorySnapshot;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.Traffic;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Move.Terms;
import org.openworkbin.ledger.Reason;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestLedger;

/** A ledger, people who come and go, a clock that is moved by hand, and the sweep over them. */
final class Shop implements AutoCloseable {
  static final Workbin DRAFTS = workbin("drafts", OwnerKind.AGENT);
  static final Queue ORDERS = new Queue(new QueueId("orders"), "Orders");
  static final Workbin LATER = workbin("later", OwnerKind.AGENT);
  static final Workbin TEAM = workbin("team-wb", OwnerKind.AGENT_GROUP);
  static final Duration STEP = Duration.ofSeconds(20);
  static final LeaseSettings TEN_MINUTES =
      new LeaseSettings(
          Duration.ofMinutes(10),
          Map.of(),
          Map.of(),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          false);

  final SettableClock clock = new SettableClock();
  final Traffic traffic = new Traffic(clock);
  final TestLedger store;
  private final Map<String, User> users = new ConcurrentSkipListMap<>();
  private volatile Directory directory = directory();
  final Directories directories = () -> directory;
  final LeaseSweep sweep;

  Shop(Dialect dialect) {
    this(dialect, TEN_MINUTES, UnaryOperator.identity());
  }

  /** One whose sweep writes to the ledger through what {@code seam} makes of it. */
  Shop(Dialect dialect, LeaseSettings settings, UnaryOperator<Ledger> seam) {
    this.store = TestLedger.on(Stores.fresh(dialect), clock, LedgerSettings.defaults());
    this.sweep = sweep(settings, store.hands(), seam.apply(store.ledger()));
  }

  /** Another sweep, as after a restart. */
  LeaseSweep sweep(LeaseSettings settings, Hands hands, Ledger ledger) {
    LeaseClock leaseClock = new LeaseClock(clock, Duration.ofSeconds(40));
    return new LeaseSweep(
        settings.sweepEvery(),
        hands,
        new Leases(settings, directories, traffic, leaseClock),
        new Returns(ledger, directories, new RightsInUse()),
        directories);
  }

  /** Somebody who may work. */
  UserId hire() {
    UserId id = store.newUser();
    put(id, true);
    return id;
  }

  /** Disables him. */
  void dismiss(UserId id) {
    put(id, false);
  }

  private synchronized void put(UserId id, boolean enabled) {
    users.put(
        id.value(),
        new User(
            id, id.value(), "", "", "", Set.of(Role.ROLE_AGENT), enabled, false, Optional.empty()));
    directory = directory();
  }

  private Directory directory() {
    return DirectorySnapshot.of(
        ContactCenter.of(
            "00000000-0000-4000-8000-000000000000",
            1,
            Stream.<DirectoryObject>concat(
                    users.values().stream(),
                    Stream.of(LATER, TEAM, DRAFTS, ORDERS, Feature.MULTIMEDIA))
                .toList()));
  }

  private static Workbin workbin(String name, OwnerKind kind) {
    return new Workbin(new WorkbinId(name + "-id"), name, name, kind);
  }

  /** A bin of {@code team-wb} of a new group. */
  BinId newTeamBin() {
    return new BinId(TEAM.id(), store.newBin().owner());
  }

  /** A new work item that an agent took out of that bin. */
  Interaction pulledFrom(BinId bin, UserId agent) {
    return pulled(store.create(in(bin)), bin, agent);
  }

  Interaction pulled(Interaction parked, BinId bin, UserId agent) {
    traffic.heard(agent);
    return entry(store.pulled(parked.id(), bin, agent)).interaction();
  }

  /** Offers what one has in hand to another. */
  Interaction offered(Interaction held, UserId by, UserId to) {
    traffic.heard(by);
    Move offer =
        new Move(
            held.id(),
            Optional.empty(),
            hand(by),
            new Location.Offer(to, by),
            by,
            Reason.TRANSFER,
            0);
    return entry(store.ledger().move(offer)).interaction();
  }

  /** How it is now. */
  Interaction now(Interaction before) {
    return store.bins().find(before.id()).orElseThrow();
  }

  /** A write of a holder that carries the number he was told. */
  Move lateAdd(Interaction held, UserId agent, BinId bin) {
    return TestLedger.move(held.id(), hand(agent), in(bin), agent)
        .on(Terms.NONE.fencedBy(held.hold()));
  }

  /** Lets time pass by, and the sweep look all the while. */
  void pass(Duration duration) {
    for (Duration left = duration; left.isPositive(); left = left.minus(STEP)) {
      clock.advance(left.compareTo(STEP) < 0 ? left : STEP);
      sweep.sweep();
    }
  }

  /** Fails unless journal and content say the same and every item is where it has to be. */
  void audit() {
    StoreAudit audit = new StoreAudit();
    audit.play(store.journal().after(0, Integer.MAX_VALUE));
    audit.compare(store.bins());
  }

  @Override
  public void close() {
    store.close();
  }
}
