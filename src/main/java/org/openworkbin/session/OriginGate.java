package org.openworkbin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.openworkbin.http.AllowedOrigins;
import org.openworkbin.refusal.Refusal;

/**
 * Turns away what a page of an origin that is not allowed makes a browser change by the cookie,
 * also where CSRF protection is off and the cookie goes to all sites. What such a page reads, the
 * browser keeps from it; what it sends with credentials of its own is nobody else's.
 */
final class OriginGate implements Filter {
  private final AllowedOrigins origins;
  private final boolean challenge;

  OriginGate(AllowedOrigins origins, boolean challenge) {
    this.origins = origins;
    this.challenge = challenge;
  }

  @Override
  public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) servletRequest;
    if (Forgeable.is(request, challenge) && !origins.allow(request)) {
      throw new Refusal.NotPermitted("changes from pages of this origin").asException();
    }
    chain.doFilter(request, response);
  }
}
