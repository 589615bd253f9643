package org.openworkbin.http;

import java.time.Duration;
import org.openworkbin.id.IdGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Answers faults: each leaves one log line with a correlation id, and the client gets that id and
 * nothing else of it. A store that is away is 503, everything else 500. Thread-safe.
 */
@Component
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);

  private final IdGenerator ids;

  Faults(IdGenerator ids) {
    this.ids = ids;
  }

  /** Logs the fault and makes its answer. */
  Answer answer(Throwable fault) {
    String correlationId = ids.newUuid().toString();
    if (isStoreAway(fault)) {
      LOG.error("Fault {}: the store does not answer: {}", correlationId, fault.toString());
      return RefusalAnswers.unavailable(
          STORE_RETRY, json -> json.writeStringProperty("correlationId", correlationId));
    }
    LOG.error("Fault {}", correlationId, fault);
    return RefusalAnswers.error(
        500,
        4,
        "An internal error; the correlationId finds it in the log of the server",
        json -> json.writeStringProperty("correlationId", correlationId));
  }

  private static boolean isStoreAway(Throwable fault) {
    return fault instanceof TransientDataAccessException
        || fault instanceof RecoverableDataAccessException
        || fault instanceof DataAccessResourceFailureException
        || fault instanceof CannotCreateTransactionException;
  }
}
