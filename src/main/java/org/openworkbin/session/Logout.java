package org.openworkbin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.MeOperation;
import org.springframework.stereotype.Component;

/**
 * {@code Logout} on {@code /me}: ends the HTTP session that the request came with, and the CometD
 * sessions that its cookie opened. The contact-centre session goes on, as where a browser is
 * closed; to end both there is {@code EndContactCenterSession}.
 */
@Component
final class Logout implements MeOperation {
  private final SessionCookies cookies;
  private final OpenSessions sessions;

  Logout(SessionCookies cookies, OpenSessions sessions) {
    this.cookies = cookies;
    this.sessions = sessions;
  }

  @Override
  public String name() {
    return "Logout";
  }

  @Override
  public Answer run(
      Caller caller, Body body, HttpServletRequest request, HttpServletResponse response) {
    Optional<Session> present = cookies.present(request);
    cookies.end(request, response);
    present.map(OpenSession::of).ifPresent(sessions::end);
    return Answer.done();
  }
}
