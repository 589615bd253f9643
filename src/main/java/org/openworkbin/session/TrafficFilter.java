package org.openworkbin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Traffic;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Notes that something was heard of whoever sent the request. */
final class TrafficFilter implements Filter {
  private final Traffic traffic;

  TrafficFilter(Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && login.getPrincipal() instanceof Caller caller) {
      traffic.heard(caller.id());
    }
    chain.doFilter(request, response);
  }
}
