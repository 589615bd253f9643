package org.openworkbin.session;

/** One HTTP session of one user; its id is a secret that his cookie carries. Thread-safe. */
final class Session {
  private final String id;
  private final String csrfToken;
  private final LoggedIn login;
  private volatile long lastHeard;

  Session(String id, String csrfToken, LoggedIn login, long openedAt) {
    this.id = id;
    this.csrfToken = csrfToken;
    this.login = login;
    this.lastHeard = openedAt;
  }

  String id() {
    return id;
  }

  /** What requests of this session that change something have to carry. */
  String csrfToken() {
    return csrfToken;
  }

  LoggedIn login() {
    return login;
  }

  /** When something was heard of it last, in epoch milliseconds. */
  long lastHeard() {
    return lastHeard;
  }

  void heard(long now) {
    lastHeard = now;
  }
}
