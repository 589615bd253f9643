package org.openworkbin.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A log-in that is looked at again after each change of the contact centre, and is over for ever
 * once it was found not to be good any more. Thread-safe.
 */
final class StandingLogin {
  private static final long NONE = -1;

  private final LoginChecks checks;
  private volatile LoggedIn login;
  private final List<LoggedIn> next = new CopyOnWriteArrayList<>();
  private volatile long goodFor;
  private volatile boolean over;

  /** One that has to be looked at first. */
  StandingLogin(LoginChecks checks, LoggedIn login) {
    this(checks, login, NONE);
  }

  /** One that was found good with that version of the directory. */
  StandingLogin(LoginChecks checks, LoggedIn login, long version) {
    this.checks = checks;
    this.login = login;
    this.goodFor = version;
  }

  LoggedIn login() {
    return login;
  }

  /** Costs nothing until something has changed. */
  boolean isGood() {
    long version = checks.version();
    if (!over && goodFor != version) {
      if (checks.isGood(login)) {
        goodFor = version;
      } else {
        Optional<LoggedIn> proof = next.stream().filter(checks::isGood).findFirst();
        if (proof.isEmpty()) {
          over = true;
        }
        login = proof.orElse(login);
        goodFor = version;
      }
    }
    return !over;
  }

  /** Ends it, whatever else is so. */
  void end() {
    over = true;
  }

  /**
   * Its user is about to get what that log-in proves, by a request of his own; where he does, this
   * stays good.
   */
  void goOnWith(LoggedIn proof) {
    next.add(proof);
  }
}
