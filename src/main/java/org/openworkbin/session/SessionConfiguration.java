package org.openworkbin.session;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.http.AllowedOrigins;
import org.openworkbin.http.CallFrame;
import org.openworkbin.http.PublicFiles;
import org.openworkbin.http.SecuritySettings;
import org.openworkbin.http.Traffic;
import org.openworkbin.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.DefaultRequestRejectedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Wires log-in: the one chain of filters, written out, because every request goes through each of
 * them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionSettings.class, TokenSettings.class})
class SessionConfiguration {

  /** Files that everybody may read go out before anybody asks who is calling. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain publicFiles(ObjectProvider<PublicFiles> provider) {
    PublicFiles files = provider.getIfAvailable(() -> _ -> false);
    return new DefaultSecurityFilterChain(
        request -> files.has(request.getRequestURI()) && !request.getMethod().equals("TRACE"));
  }

  @Bean
  SecurityFilterChain filters(
      CookieLogins cookieLogins,
      Logins logins,
      SessionCookies cookies,
      LoginChecks checks,
      AllowedOrigins origins,
      SecuritySettings settings,
      Traffic traffic) {
    List<Filter> filters = new ArrayList<>();
    filters.add(new SecurityContextHolderFilter(cookieLogins));
    filters.add(credentials(logins));
    filters.add(new Gate());
    filters.add(new OriginGate(origins, settings.challenge()));
    filters.add(new CsrfGate(cookies, settings));
    filters.add(new PasswordGate(checks));
    filters.add(new TrafficFilter(traffic));
    return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters);
  }

  /** Whoever changes rights is answered when nobody works by the old ones any more. */
  @Bean
  CallFrame callFrame(RightsInUse rights) {
    return rights::within;
  }

  private static Filter credentials(Logins logins) {
    BasicAuthenticationFilter credentials =
        new BasicAuthenticationFilter(
            logins,
            (request, response, refused) -> {
              throw new Refusal.NotAuthenticated().asException();
            });
    credentials.setAuthenticationConverter(SessionConfiguration::attempt);
    return credentials;
  }

  private static @Nullable Authentication attempt(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    return BearerAttempt.isOne(header)
        ? BearerAttempt.of(header, request.getRemoteAddr())
        : BasicAttempt.of(header, request.getRemoteAddr());
  }

  /** A method that a resource does not take is 405 there, not a malformed request. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderNames(SessionConfiguration::isPlain);
    firewall.setAllowedHeaderValues(SessionConfiguration::isPlain);
    return firewall;
  }

  /** What the firewall allows by itself too, with regular expressions at ten times the cost. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((Character.isISOControl(c) && c != '\t') || !Character.isDefined(c)) {
        return false;
      }
    }
    return true;
  }

  /** Throws, so that the envelope is put around it. */
  @Bean
  RequestRejectedHandler rejected() {
    return new DefaultRequestRejectedHandler();
  }
}
