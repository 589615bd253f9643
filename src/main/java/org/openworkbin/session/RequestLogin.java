package org.openworkbin.session;

import java.util.Optional;
import org.openworkbin.http.LastingLogin;

/**
 * The log-in of a request for what lasts longer: as good as the HTTP session that the request came
 * with, or by itself where it came with none. Whoever has to change his password first has none.
 */
final class RequestLogin implements LastingLogin {
  private final Optional<Session> session;
  private final StandingLogin standing;
  private final Sessions sessions;
  private final LoginChecks checks;

  RequestLogin(LoggedIn login, Optional<Session> session, Sessions sessions, LoginChecks checks) {
    this.session = session;
    this.standing =
        session.map(Session::standing).orElseGet(() -> new StandingLogin(checks, login));
    this.sessions = sessions;
    this.checks = checks;
  }

  @Override
  public Optional<String> session() {
    return session.map(Session::id);
  }

  @Override
  public void heard() {
    session.ifPresent(his -> sessions.find(his.secret()));
  }

  @Override
  public boolean isGood() {
    return standing.isGood() && !checks.mustChangePassword(standing.login());
  }
}
