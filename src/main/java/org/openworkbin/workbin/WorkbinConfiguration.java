package org.openworkbin.workbin;

import org.openworkbin.http.Idempotency;
import org.openworkbin.http.KeptAnswers;
import org.openworkbin.http.PartialAnswers;
import org.openworkbin.http.ReferenceIds;
import org.openworkbin.http.RepeatedParts;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.References;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the Workbins API needs of the rest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkbinSettings.class)
class WorkbinConfiguration {

  /** Answers are kept by the ledger, in the transaction of the move that they tell of. */
  @Bean
  KeptAnswers keptAnswers(Ledger ledger) {
    return (user, key) ->
        ledger.answered(user, key).map(kept -> new KeptAnswers.Kept(kept.digest(), kept.answer()));
  }

  @Bean
  Idempotency idempotency(KeptAnswers keptAnswers) {
    return new Idempotency(keptAnswers);
  }

  @Bean
  RepeatedParts repeatedParts(
      ReferenceIds referenceIds, Idempotency idempotency, PartialAnswers partialAnswers) {
    return new RepeatedParts(referenceIds, idempotency, partialAnswers);
  }

  @Bean
  ReferenceIds referenceIds(References references) {
    return new ReferenceIds(references.lastReferenceId(), references::reserve);
  }
}
