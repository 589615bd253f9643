package org.openworkbin.lease;

import java.time.Duration;
import java.time.InstantSource;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.http.Traffic;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Reason;
import org.openworkbin.presence.SessionEnd;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the end of a hold together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeaseSettings.class)
class LeaseConfiguration {

  /** How late a sweep may be before it counts as stalled. */
  private static final Duration LATE = Duration.ofSeconds(30);

  @Bean
  Returns returns(Ledger ledger, Directories directories, RightsInUse rights) {
    return new Returns(ledger, directories, rights);
  }

  @Bean
  Leases leases(
      LeaseSettings settings, InstantSource clock, Directories directories, Traffic traffic) {
    LeaseClock leaseClock = new LeaseClock(clock, settings.sweepEvery().plus(LATE));
    return new Leases(settings, directories, traffic, leaseClock);
  }

  @Bean
  LeaseSweep leaseSweep(
      LeaseSettings settings,
      Directories directories,
      Hands hands,
      Leases leases,
      Returns returns) {
    return new LeaseSweep(settings.sweepEvery(), hands, leases, returns, directories);
  }

  @Bean
  SessionEnd returnAtSessionEnd(LeaseSettings settings, Hands hands, Returns returns) {
    return agent -> {
      if (settings.returnAtSessionEnd()) {
        hands.inHand(agent).forEach(held -> returns.fromHand(held, agent, Reason.SESSION_ENDED));
      }
    };
  }
}
