package org.openworkbin.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.openworkbin.http.LastingLogin;
import org.openworkbin.http.SecuritySettings;
import org.openworkbin.http.SessionOpener;
import org.openworkbin.id.UserId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds the session that a request's cookie names, and sets the cookie of a new one. */
@Component
final class SessionCookies implements SessionOpener {
  static final String NAME = "JSESSIONID";
  static final String CSRF_HEADER = "X-CSRF-TOKEN";

  /** Tells the name of the other; sent at log-in by a client that wants to be protected. */
  static final String CSRF_HEADER_NAME = "X-CSRF-HEADER";

  private static final String OPENED = SessionCookies.class.getName() + ".opened";

  private final Sessions sessions;
  private final LoginChecks checks;
  private final String attributes;
  private final boolean csrf;

  SessionCookies(
      Sessions sessions, LoginChecks checks, SessionSettings settings, SecuritySettings security) {
    this.sessions = sessions;
    this.checks = checks;
    this.csrf = security.csrf();
    this.attributes = "; Path=/; HttpOnly" + settings.sameSite().attributes();
  }

  /** The session of the first cookie that names one; jars hold several after a restart. */
  Optional<Session> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(NAME)) {
        Optional<Session> session = sessions.find(cookie.getValue());
        if (session.isPresent()) {
          return session;
        }
      }
    }
    return Optional.empty();
  }

  /** The session of the request's cookie, if it is that user's; a foreign one is not looked at. */
  Optional<Session> of(HttpServletRequest request, UserId user) {
    return of(request).filter(session -> session.login().id().equals(user));
  }

  @Override
  public void open(HttpServletRequest request, HttpServletResponse response) {
    boolean guarded = Client.of(request).guarded();
    if (SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
        && of(request, login.id()).filter(session -> session.guarded() || !guarded).isEmpty()) {
      Session session = sessions.open(login, Client.of(request));
      request.setAttribute(OPENED, session);
      response.addHeader("Set-Cookie", NAME + "=" + session.secret() + attributes);
      if (isProtected(session)) {
        tellToken(session, response);
      }
    }
  }

  /** Whether what changes something needs the token of that session. */
  private boolean isProtected(Session session) {
    return csrf || session.guarded();
  }

  @Override
  public void end(HttpServletRequest request, HttpServletResponse response) {
    Optional<Session> session = present(request);
    if (session.isPresent()) {
      sessions.end(session.get());
      response.addHeader("Set-Cookie", NAME + "=" + attributes + "; Max-Age=0");
    }
  }

  @Override
  public LastingLogin login(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
        ? new RequestLogin(login, present(request), sessions, checks)
        : LastingLogin.UNKNOWN;
  }

  /** The caller's session that the request came with or opened. */
  Optional<Session> present(HttpServletRequest request) {
    if (request.getAttribute(OPENED) instanceof Session opened) {
      return Optional.of(opened);
    }
    return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
        ? of(request, login.id())
        : Optional.empty();
  }

  /** Tells the client which header it has to send, and with what value. */
  void tellToken(Session session, HttpServletResponse response) {
    response.setHeader(CSRF_HEADER_NAME, CSRF_HEADER);
    response.setHeader(CSRF_HEADER, session.csrfToken());
  }
}
