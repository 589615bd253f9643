package org.openworkbin.sql;

/** The fault that another process (or another part of this one) has the store. */
public final class StoreInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreInUseException(String message) {
    super(message);
  }
}
