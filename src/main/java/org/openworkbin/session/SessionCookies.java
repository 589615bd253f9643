package org.openworkbin.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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

  private final Sessions sessions;
  private final String attributes;
  private final boolean csrf;

  SessionCookies(Sessions sessions, SessionSettings settings, SecuritySettings security) {
    this.sessions = sessions;
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
    if (SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
        && of(request, login.id()).isEmpty()) {
      Session session = sessions.open(login);
      response.addHeader("Set-Cookie", NAME + "=" + session.id() + attributes);
      if (csrf) {
        tellToken(session, response);
      }
    }
  }

  @Override
  public Runnable keeper(HttpServletRequest request) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login) {
      Optional<Session> session = of(request, login.id());
      if (session.isPresent()) {
        String id = session.get().id();
        return () -> sessions.find(id);
      }
    }
    return () -> {};
  }

  /** Tells the client which header it has to send, and with what value. */
  void tellToken(Session session, HttpServletResponse response) {
    response.setHeader("X-CSRF-HEADER", CSRF_HEADER);
    response.setHeader(CSRF_HEADER, session.csrfToken());
  }

  /** Ends the caller's session that the request came with, and takes its cookie back. */
  void end(HttpServletRequest request, HttpServletResponse response, UserId user) {
    Optional<Session> session = of(request, user);
    if (session.isPresent()) {
      sessions.end(session.get());
      response.addHeader("Set-Cookie", NAME + "=" + attributes + "; Max-Age=0");
    }
  }
}
