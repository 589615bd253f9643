package org.openworkbin.presence;

import java.util.Arrays;
import java.util.Optional;

/** What can be done to a channel, by the names that clients send. */
enum Operation {
  /** The beginning of a session; not to be had by itself. */
  LOG_IN("LogIn"),
  READY("Ready"),
  NOT_READY("NotReady"),
  AFTER_CALL_WORK("AfterCallWork"),
  /** Into a state of the contact centre's own, whose name the client sends. */
  OWN("own"),
  OFFLINE("Offline"),
  DO_NOT_DISTURB_ON("DoNotDisturbOn"),
  DO_NOT_DISTURB_OFF("DoNotDisturbOff");

  private final String wireName;

  Operation(String wireName) {
    this.wireName = wireName;
  }

  /** The operation whose row in the table is called so. */
  static Operation ofRow(String name) {
    return Arrays.stream(values())
        .filter(operation -> operation.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation is called " + name));
  }

  /** The operation that a client sends under that name, compared exactly. */
  static Optional<Operation> named(String name) {
    return Arrays.stream(values())
        .filter(operation -> operation != LOG_IN && operation != OWN)
        .filter(operation -> operation.wireName.equals(name))
        .findFirst();
  }
}
