package org.openworkbin.sql;

/**
 * The fault that the store can't be opened as it is configured; the message says what to change.
 */
public final class StoreSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreSettingsException(String message) {
    super(message);
  }
}
