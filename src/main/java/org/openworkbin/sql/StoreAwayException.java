package org.openworkbin.sql;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** The fault that the store can't be reached just now, or no connection to it became free. */
public final class StoreAwayException extends DataAccessResourceFailureException {
  private static final long serialVersionUID = 1L;

  public StoreAwayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
