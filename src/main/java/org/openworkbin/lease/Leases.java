package org.openworkbin.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.Traffic;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;

/**
 * Says whose lease is over. A lease runs from the latest of: when the interaction came to where it
 * is, when something was last heard of its holder, and when leases began to count. Writes nothing:
 * what it knows it finds in the ledger and in memory. The sweep alone asks whether a lease is over;
 * when one would end may be asked by any thread.
 */
public final class Leases {
  private final LeaseSettings settings;
  private final Directories directories;
  private final Traffic traffic;
  private final LeaseClock clock;

  Leases(LeaseSettings settings, Directories directories, Traffic traffic, LeaseClock clock) {
    this.settings = settings;
    this.directories = directories;
    this.traffic = traffic;
    this.clock = clock;
  }

  /** Whether that agent was idle for so long that the shortest of all leases may be over. */
  boolean isIdle(UserId agent) {
    return settings.shortest().filter(shortest -> isOver(shortest, lastHeard(agent))).isPresent();
  }

  /** Whether the lease is over that its holder has on an interaction. */
  boolean isOver(Interaction held, UserId holder) {
    Duration lease = of(held);
    return lease.isPositive()
        && isOver(lease, Stream.concat(Stream.of(held.since()), lastHeard(holder)));
  }

  /** Whether an offer waited for long enough. */
  boolean isOver(Interaction offered) {
    return settings.offer().isPositive() && isOver(settings.offer(), Stream.of(offered.since()));
  }

  /**
   * When the lease ends that somebody has on what is in his hand, or an offer to him, if nothing
   * more is heard of him; empty where it never does.
   */
  public Optional<Instant> end(Interaction item, Instant now) {
    return switch (item.location()) {
      case Location.Hand(UserId holder) ->
          end(of(item), Stream.concat(Stream.of(item.since()), lastHeard(holder)), now);
      case Location.Offer _ -> end(settings.offer(), Stream.of(item.since()), now);
      case Location.Bin _, Location.Queue _, Location.Ended _, Location.Nowhere _ ->
          Optional.empty();
    };
  }

  private Optional<Instant> end(Duration lease, Stream<Instant> beginnings, Instant now) {
    return lease.isPositive()
        ? Optional.of(beginning(beginnings, now).plus(lease))
        : Optional.empty();
  }

  /** The lease on an interaction: the workbin's that it came from, else its medium's. */
  Duration of(Interaction held) {
    return held.lastBin()
        .flatMap(bin -> ofWorkbin(bin.workbin()))
        .orElseGet(() -> settings.media().getOrDefault(held.medium(), settings.duration()));
  }

  private Optional<Duration> ofWorkbin(WorkbinId id) {
    if (settings.workbins().isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> byName =
        directories.now().workbin(id).map(Workbin::name).map(settings.workbins()::get);
    return byName.or(() -> Optional.ofNullable(settings.workbins().get(id.value())));
  }

  private Stream<Instant> lastHeard(UserId agent) {
    return traffic.lastHeard(agent).stream();
  }

  private boolean isOver(Duration lease, Stream<Instant> beginnings) {
    Instant now = clock.now();
    return !now.isBefore(beginning(beginnings, now).plus(lease));
  }

  /** A time that is still to come is from before the clock was set back, and counts no more. */
  private Instant beginning(Stream<Instant> beginnings, Instant now) {
    return beginnings
        .filter(each -> !each.isAfter(now))
        .reduce(clock.start(), (one, other) -> one.isAfter(other) ? one : other);
  }
}
