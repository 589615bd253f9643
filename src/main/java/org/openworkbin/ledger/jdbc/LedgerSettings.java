package org.openworkbin.ledger.jdbc;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the ledger takes on.
 *
 * @param queue how many moves may wait for their commit; one more is answered 503
 * @param readLimit how long the reading of a whole bin may take
 * @param doubtLimit how long the callers of a commit that the store broke off wait for it to come
 *     back and tell what became of it
 */
@ConfigurationProperties("open-workbin.ledger")
public record LedgerSettings(
    @DefaultValue("4096") int queue,
    @DefaultValue("30s") Duration readLimit,
    @DefaultValue("30s") Duration doubtLimit) {

  /** The defaults. */
  public static LedgerSettings defaults() {
    return new LedgerSettings(4096, Duration.ofSeconds(30), Duration.ofSeconds(30));
  }
}
