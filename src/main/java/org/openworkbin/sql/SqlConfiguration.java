package org.openworkbin.sql;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the store before everything that uses it and closes it after. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, DataSettings.class})
class SqlConfiguration {

  @Bean
  Database database(DatabaseSettings settings, DataSettings data) {
    return Database.open(settings, data.data());
  }
}
