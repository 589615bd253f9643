package org.openworkbin.proof.client;

/** What carries messages to a listener. */
public enum Carrier {
  LONG_POLLING("long-polling"),
  WEBSOCKET("websocket");

  private final String wireName;

  Carrier(String wireName) {
    this.wireName = wireName;
  }

  /** CometD's name for it. */
  public String wireName() {
    return wireName;
  }
}
