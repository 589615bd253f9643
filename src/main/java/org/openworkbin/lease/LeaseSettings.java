package org.openworkbin.lease;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.ledger.Medium;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody keeps what he has in hand while nothing is heard of him.
 *
 * @param duration unless another setting says otherwise; 0 for ever, else a minute or longer
 * @param media instead, for one medium: {@code media.chat: 15m}
 * @param workbins instead of both, for what came out of one workbin, by its name or id: {@code
 *     workbins.team-wb: 60m}
 * @param offer how long an offer waits for an answer; 0 for ever
 * @param sweepEvery how often it is looked for what has ended
 * @param returnAtSessionEnd whether what an agent has in hand goes back when he ends his
 *     contact-centre session
 */
@ConfigurationProperties("open-workbin.lease")
record LeaseSettings(
    @DefaultValue("180m") Duration duration,
    @DefaultValue Map<Medium, Duration> media,
    @DefaultValue Map<String, Duration> workbins,
    @DefaultValue("60s") Duration offer,
    @DefaultValue("10s") Duration sweepEvery,
    @DefaultValue("false") boolean returnAtSessionEnd) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  LeaseSettings {
    media = Map.copyOf(media);
    workbins = Map.copyOf(workbins);
    for (Duration each : durations(duration, media.values(), workbins.values())) {
      if (!each.isZero() && each.compareTo(SHORTEST) < 0) {
        throw new IllegalArgumentException(
            "a lease in open-workbin.lease must be 0 (none) or at least 1m, not " + each);
      }
    }
    if (offer.isNegative()) {
      throw new IllegalArgumentException("open-workbin.lease.offer must not be negative");
    }
    if (!sweepEvery.isPositive()) {
      throw new IllegalArgumentException("open-workbin.lease.sweep-every must be positive");
    }
  }

  /** The shortest of all leases, empty where there is none at all. */
  Optional<Duration> shortest() {
    return durations(duration, media.values(), workbins.values()).stream()
        .filter(Duration::isPositive)
        .min(Duration::compareTo);
  }

  private static List<Duration> durations(
      Duration one, Collection<Duration> some, Collection<Duration> others) {
    return Stream.of(List.of(one), some, others).flatMap(Collection::stream).toList();
  }
}
