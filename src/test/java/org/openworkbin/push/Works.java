package org.openworkbin.push;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.BinAccess;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.User;
import org.openworkbin.id.BinId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Location;
import org.openworkbin.testing.NobodySits;

/** The push without a carrier, put together by hand: what goes out is kept in {@link Mailboxes}. */
final class Works implements AutoCloseable {
  final Team team;
  final MemoryLedger ledger;
  final MemorySubscriptionStore store;
  final Mailboxes mailboxes = new Mailboxes();
  final List<Audience> asked = new CopyOnWriteArrayList<>();
  final Attendance attendance;
  final StoredSubscriptions subscriptions;
  final SubscriptionSweep sweep;
  private final JournalTail tail;
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  Works() {
    this(new Team(), new MemoryLedger(), new MemorySubscriptionStore(), bins -> bins);
  }

  /** With something between the subscriptions and the ledger. */
  Works(BinsWrapper wrapper) {
    this(new Team(), new MemoryLedger(), new MemorySubscriptionStore(), wrapper);
  }

  private Works(
      Team team, MemoryLedger ledger, MemorySubscriptionStore store, BinsWrapper wrapper) {
    this.team = team;
    this.ledger = ledger;
    this.store = store;
    InstantSource clock = () -> now;
    Access access = new BinAccess(team, new NobodySits());
    Watches watches = new Watches();
    this.attendance = new Attendance(clock);
    BinSubscriptions single =
        new BinSubscriptions(
            store, watches, wrapper.wrap(ledger), new RandomIds(clock, new Random()));
    SubscriptionNews news = new SubscriptionNews(mailboxes, List.of(new Words()));
    LostRights lostRights = new LostRights(single, access, news);
    this.subscriptions =
        new StoredSubscriptions(
            watches,
            single,
            new StandingSubscriptions(store.standing(), single, watches, access, lostRights, news),
            lostRights,
            clock);
    Teller teller =
        new Teller(watches, attendance, access, mailboxes, lostRights, List.of(this::words));
    this.tail = new JournalTail(ledger, attendance, subscriptions, teller, new RightsInUse());
    this.sweep =
        new SubscriptionSweep(
            new PushSettings(Duration.ofMinutes(30), Duration.ofMinutes(1)),
            clock,
            attendance,
            subscriptions,
            user -> team.now().user(user).map(User::enabled).orElse(false),
            mailboxes);
    team.onChange(tail::directoryChanged);
    tail.start();
  }

  /** Stops this one and starts another on what is kept. */
  Works restarted() {
    close();
    return new Works(team, ledger, store, bins -> bins);
  }

  void later(Duration duration) {
    now = now.plus(duration);
  }

  /** Whether all that was written down has been told or skipped. */
  boolean hasCaughtUp() {
    return tail.position() == ledger.last();
  }

  /** Has somebody come, put something into the team's bin, and waits until he is told of it. */
  void comesAndIsTold(UserId user) {
    attendance.came(user);
    put("I1");
    await().until(() -> mailboxes.of(user).contains("member 1"));
  }

  /** Puts something into the team's bin. */
  Entry put(String id) {
    return ledger.move(id, new Location.Nowhere(), new Location.Bin(Team.BIN), Team.BEN);
  }

  /** What users are told of subscriptions that they did not ask for. */
  private static final class Words implements SubscriptionNarrator {
    @Override
    public Optional<Notice> ended(UserId user, BinId bin, boolean asSupervisor) {
      return Optional.of(new Notice(Topic.WORKBINS, "ended"));
    }

    @Override
    public Optional<Notice> begun(UserId user, BinState state) {
      return Optional.of(new Notice(Topic.WORKBINS, "begun at " + state.revision()));
    }
  }

  private Optional<Notice> words(Entry entry, Audience audience) {
    asked.add(audience);
    String words =
        switch (audience) {
          case Audience.Watchers(BinId bin) -> "member " + revision(entry, bin);
          case Audience.Supervisors(BinId bin) -> "supervisor " + revision(entry, bin);
          case Audience.Person _ -> "person " + entry.interaction().id().value();
        };
    return Optional.of(new Notice(Topic.WORKBINS, words));
  }

  private static long revision(Entry entry, BinId bin) {
    return entry
        .left()
        .filter(state -> state.bin().equals(bin))
        .or(entry::entered)
        .map(BinState::revision)
        .orElseThrow();
  }

  @Override
  public void close() {
    tail.stop();
  }

  /** Puts something between the subscriptions and the ledger. */
  interface BinsWrapper {
    Bins wrap(Bins bins);
  }
}
