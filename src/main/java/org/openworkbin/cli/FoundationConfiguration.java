package org.openworkbin.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.RandomIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the ids of the program. */
@Configuration(proxyBeanMethods = false)
class FoundationConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  IdGenerator ids(InstantSource clock) {
    return new RandomIds(clock, new SecureRandom());
  }
}
