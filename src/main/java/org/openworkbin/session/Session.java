package org.openworkbin.session;

/** One HTTP session of one user; its secret is what his cookie carries. Thread-safe. */
final class Session {
  private final String secret;
  private final String id;
  private final String csrfToken;
  private final StandingLogin standing;
  private final Client client;
  private final long openedAt;
  private volatile long lastHeard;

  Session(
      String secret,
      String id,
      String csrfToken,
      StandingLogin standing,
      Client client,
      long openedAt) {
    this.secret = secret;
    this.id = id;
    this.csrfToken = csrfToken;
    this.standing = standing;
    this.client = client;
    this.openedAt = openedAt;
    this.lastHeard = openedAt;
  }

  /** The value of its cookie. */
  String secret() {
    return secret;
  }

  /** By which others may know it; worth nothing to who wants to speak in its name. */
  String id() {
    return id;
  }

  /** What requests of this session that change something have to carry. */
  String csrfToken() {
    return csrfToken;
  }

  LoggedIn login() {
    return standing.login();
  }

  /** Whether that log-in is still good. */
  StandingLogin standing() {
    return standing;
  }

  /** What opened it. */
  Client client() {
    return client;
  }

  /** In epoch milliseconds. */
  long openedAt() {
    return openedAt;
  }

  /** Whether CSRF protection is on for it, whatever the setting says. */
  boolean guarded() {
    return client.guarded();
  }

  /** When something was heard of it last, in epoch milliseconds. */
  long lastHeard() {
    return lastHeard;
  }

  void heard(long now) {
    lastHeard = now;
  }
}
