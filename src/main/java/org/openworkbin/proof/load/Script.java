package org.openworkbin.proof.load;

/** What workers do in one play. Turns run on many threads, everything else on one. */
interface Script {

  /** Makes what is needed before the first turn. */
  void prepare();

  /**
   * One turn.
   *
   * @param intended when its first operation was to begin
   * @return false where there is nothing more to do until {@link #refill}
   */
  boolean turn(Worker worker, long intended);

  /** Brings things back to where turns can go on; nothing of it is measured. */
  default void refill() {}

  /** Something that must not have happened, as a sentence; "" where all is well. */
  default String complaint() {
    return "";
  }
}
