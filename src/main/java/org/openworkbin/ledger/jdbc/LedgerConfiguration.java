package org.openworkbin.ledger.jdbc;

import java.time.InstantSource;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Figures;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Queues;
import org.openworkbin.ledger.References;
import org.openworkbin.sql.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the ledger on the store. Its moves are drained where the store is closed, which is after
 * everything that makes moves.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

  @Bean
  JdbcLedgerParts ledgerParts(
      Database database, IdGenerator ids, InstantSource clock, LedgerSettings settings) {
    return JdbcLedgerParts.on(database, ids, clock, settings);
  }

  @Bean
  Ledger ledger(JdbcLedgerParts parts) {
    return parts.ledger();
  }

  @Bean
  Journal journal(JdbcLedgerParts parts) {
    return parts.journal();
  }

  @Bean
  References references(JdbcLedgerParts parts) {
    return parts.references();
  }

  @Bean
  Bins bins(JdbcLedgerParts parts) {
    return parts.bins();
  }

  @Bean
  Queues queues(JdbcLedgerParts parts) {
    return parts.queues();
  }

  @Bean
  Figures figures(JdbcLedgerParts parts) {
    return parts.figures();
  }

  @Bean
  Hands hands(JdbcLedgerParts parts) {
    return parts.hands();
  }
}
