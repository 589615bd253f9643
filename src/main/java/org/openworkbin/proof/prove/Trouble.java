package org.openworkbin.proof.prove;

/** What {@code prove} does to a server or to its clients while they work. */
enum Trouble {
  REPEATED("requests repeated under their key"),
  ABANDONED("requests abandoned once they were sent"),
  LATE_WRITE("writes with a hold that is over"),
  CUT("listeners cut off"),
  SLOW("listeners that read slowly"),
  VANISHED("clients that vanished with what they held"),
  RIGHTS("rights withdrawn and granted again"),
  KILLED("servers killed"),
  PAUSED("servers stopped and continued"),
  RESTARTED("servers restarted"),
  FULL("stores full"),
  DATABASE("databases killed");

  private final String words;

  Trouble(String words) {
    this.words = words;
  }

  /** What was done, in the plural. */
  String words() {
    return words;
  }
}
