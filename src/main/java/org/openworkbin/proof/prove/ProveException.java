package org.openworkbin.proof.prove;

/** Ends a run that can't go on; the message is a sentence for the person who started it. */
public final class ProveException extends RuntimeException {
  ProveException(String message) {
    super(message);
  }

  ProveException(String message, Throwable cause) {
    super(message, cause);
  }
}
