package org.openworkbin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.openworkbin.http.SecuritySettings;
import org.openworkbin.refusal.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Protects sessions from requests that another site makes a browser send: whoever changes something
 * by a cookie has to show the token that every GET of his session tells him. On for everybody by a
 * setting, else for the sessions whose clients asked for it. Not asked of a request that no other
 * site can forge, nor on the CometD path, where old clients can't send it.
 */
final class CsrfGate implements Filter {
  private static final String COMETD = "/api/v2/notifications";

  private final SessionCookies cookies;
  private final SecuritySettings settings;

  CsrfGate(SessionCookies cookies, SecuritySettings settings) {
    this.cookies = cookies;
    this.settings = settings;
  }

  @Override
  public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) servletRequest;
    Optional<Session> session =
        SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
            ? cookies.of(request, login.id())
            : Optional.empty();
    boolean on = settings.csrf() || session.filter(Session::guarded).isPresent();
    if (on && needsToken(request) && !session.map(his -> hasToken(request, his)).orElse(false)) {
      throw new Refusal.CsrfTokenMissing().asException();
    }
    if (on && request.getMethod().equals("GET") && session.isPresent()) {
      cookies.tellToken(session.get(), (HttpServletResponse) response);
    }
    chain.doFilter(request, response);
  }

  private boolean needsToken(HttpServletRequest request) {
    return Forgeable.is(request, settings.challenge())
        && !request.getRequestURI().startsWith(COMETD);
  }

  private static boolean hasToken(HttpServletRequest request, Session session) {
    String sent = request.getHeader(SessionCookies.CSRF_HEADER);
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8),
            session.csrfToken().getBytes(StandardCharsets.UTF_8));
  }
}
