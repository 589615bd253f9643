package org.openworkbin.lease;

import java.time.Duration;
import java.time.InstantSource;
import org.openworkbin.directory.Directories;
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
  Returns returns(Ledger ledger, Directories directories) {
    return new Returns(ledger, directories);
  }

  @Bean
  LeaseSweep leaseSweep(
      LeaseSettings settings,
      InstantSource clock,
      Directories directories,
      Traffic traffic,
      Hands hands,
      Returns returns) {
    Duration every = settings.sweepEvery();
    LeaseClock leaseClock = new LeaseClock(clock, every.plus(LATE));
    return new LeaseSweep(
        every, hands, new Leases(settings, directories, traffic, leaseClock), returns, directories);
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
