package org.openworkbin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.openworkbin.http.Body;
import org.openworkbin.refusal.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Stops whoever has to change his password first from doing anything else: he may see who he is and
 * what everybody may see, change it, and log out.
 */
final class PasswordGate implements Filter {
  private static final String ME = "/api/v2/me";
  private static final Set<String> OPERATIONS = Set.of("ChangePassword", "Logout");

  private final LoginChecks checks;

  PasswordGate(LoginChecks checks) {
    this.checks = checks;
  }

  @Override
  public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) servletRequest;
    if (SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login
        && checks.mustChangePassword(login)
        && !isAllowed(request)) {
      throw new Refusal.MustChangePassword().asException();
    }
    chain.doFilter(request, response);
  }

  private static boolean isAllowed(HttpServletRequest request) {
    String path = request.getRequestURI();
    return switch (request.getMethod()) {
      case "GET" -> path.equals(ME) || Gate.isPublic(path);
      case "POST" -> path.equals(ME) && OPERATIONS.contains(Body.of(request).operationName());
      case "OPTIONS" -> true;
      default -> false;
    };
  }
}
