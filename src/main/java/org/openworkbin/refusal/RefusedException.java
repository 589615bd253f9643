package org.openworkbin.refusal;

/**
 * Carries a {@link Refusal} from where it is decided to where it is answered. Nothing has changed
 * when it is thrown. It has no stack trace: a refusal is an ordinary outcome, not a fault.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.getClass().getSimpleName(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
