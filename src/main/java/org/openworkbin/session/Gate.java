package org.openworkbin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.openworkbin.refusal.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets a request in: only to the API, and only who is logged in, but for what everybody may see.
 */
final class Gate implements Filter {
  private static final String API = "/api/v2";
  private static final String VERSION = API + "/diagnostics/version";

  @Override
  public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) servletRequest;
    if (request.getMethod().equals("TRACE")) {
      throw new Refusal.MethodNotAllowed("TRACE").asException(); // would show what came in
    }
    String path = request.getRequestURI();
    if (!path.startsWith(API + "/") && !path.equals(API)) {
      throw new Refusal.Unknown("resource", "").asException();
    }
    if (!isOpen(request, path) && SecurityContextHolder.getContext().getAuthentication() == null) {
      throw new Refusal.NotAuthenticated().asException();
    }
    chain.doFilter(request, response);
  }

  /** A pre-flight carries no credentials, whatever the request after it will carry. */
  private static boolean isOpen(HttpServletRequest request, String path) {
    return request.getMethod().equals("OPTIONS") || path.equals(VERSION);
  }
}
