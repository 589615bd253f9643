package org.openworkbin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Logs a request in by its cookie. Credentials in the request win over any cookie, so none is
 * looked at where there are some.
 */
@Component
final class CookieLogins implements SecurityContextRepository {
  private final SessionCookies cookies;

  CookieLogins(SessionCookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> context(request));
  }

  private SecurityContext context(HttpServletRequest request) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      cookies.of(request).ifPresent(session -> context.setAuthentication(session.login()));
    }
    return context;
  }

  /** Where the interface comes from; nothing calls it any more. */
  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return context(holder.getRequest());
  }

  /** Sessions are opened by the few resources that begin one, never by logging in. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return cookies.of(request).isPresent();
  }

  /** Looks only when asked, and once. */
  private static final class Deferred implements DeferredSecurityContext {
    private final Supplier<SecurityContext> source;
    private @Nullable SecurityContext context;

    Deferred(Supplier<SecurityContext> source) {
      this.source = source;
    }

    @Override
    public SecurityContext get() {
      SecurityContext found = context;
      if (found == null) {
        found = source.get();
        context = found;
      }
      return found;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
