package org.openworkbin.http;

import java.util.Optional;

/**
 * The log-in of a request that began something which lasts longer than the request: a CometD
 * session, a WebSocket. Thread-safe.
 */
public interface LastingLogin {

  /** Of nobody that anything is known of; it stays good. */
  LastingLogin UNKNOWN =
      new LastingLogin() {
        @Override
        public Optional<String> session() {
          return Optional.empty();
        }

        @Override
        public void heard() {}

        @Override
        public boolean isGood() {
          return true;
        }
      };

  /** The public id of the HTTP session that the request came with or opened. */
  Optional<String> session();

  /** Something was heard of what it began: keeps that HTTP session alive. */
  void heard();

  /**
   * Whether its user could log in now as he did then: he is enabled and has the same password. May
   * ask the store, but only after a change of the contact centre.
   */
  boolean isGood();
}
