package org.openworkbin.proof.client;

/** The server does not answer, or can't be used for what is wanted; the message is a sentence. */
public final class UnusableServerException extends RuntimeException {
  public UnusableServerException(String message) {
    super(message);
  }

  UnusableServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
