package org.openworkbin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.openworkbin.refusal.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets a request in: only to the API, and only who is logged in, but for what everybody may see.
 */
final class Gate implements Filter {
  private static final String API = "/api/v2";

  /** Where old desktops look for a few things more. */
  private static final String INTERNAL = "/internal-api";

  private static final String NOTIFICATIONS = API + "/notifications";
  private static final Set<String> OPEN =
      Set.of(
          API + "/diagnostics/version",
          API + "/openapi.yaml",
          API + "/openapi.json",
          API + "/docs");

  @Override
  public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) servletRequest;
    if (request.getMethod().equals("TRACE")) {
      throw new Refusal.MethodNotAllowed("TRACE").asException(); // would show what came in
    }
    String path = request.getRequestURI();
    if (!isBelow(API, path) && !isBelow(INTERNAL, path)) {
      throw new Refusal.Unknown("resource", "").asException();
    }
    if (!isOpen(request, path) && SecurityContextHolder.getContext().getAuthentication() == null) {
      throw new Refusal.NotAuthenticated().asException();
    }
    chain.doFilter(request, response);
  }

  private static boolean isBelow(String prefix, String path) {
    return path.startsWith(prefix + "/") || path.equals(prefix);
  }

  /** What everybody may see, logged in or not. */
  static boolean isPublic(String path) {
    return OPEN.contains(path) || path.startsWith(API + "/docs/");
  }

  /**
   * Notifications look for themselves: there is nothing for whoever is not logged in but an answer
   * to the goodbye of one who was.
   */
  private static boolean isOpen(String path) {
    return isPublic(path) || isBelow(NOTIFICATIONS, path);
  }

  /** A pre-flight carries no credentials, whatever the request after it will carry. */
  private static boolean isOpen(HttpServletRequest request, String path) {
    return request.getMethod().equals("OPTIONS") || isOpen(path);
  }
}
