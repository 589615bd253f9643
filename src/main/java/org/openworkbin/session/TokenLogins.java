package org.openworkbin.session;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.User;
import org.openworkbin.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Logs in by a bearer token: signed by the issuer that is set, for this server, in force now, and
 * of a user who is known and enabled. Thread-safe.
 */
@Component
final class TokenLogins {
  private static final Logger LOG = LoggerFactory.getLogger(TokenLogins.class);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration OUTAGE = Duration.ofHours(4);

  private final Directories directories;
  private final TokenSettings settings;
  private final Optional<JwtDecoder> decoder;

  TokenLogins(Directories directories, TokenSettings settings, InstantSource clock) {
    this.directories = directories;
    this.settings = settings;
    this.decoder = settings.issuer().map(issuer -> decoder(issuer, settings, clock));
  }

  /** The user whose token it is; throws where it is none. */
  LoggedIn authenticate(BearerAttempt attempt) {
    if (decoder.isEmpty()) {
      throw refused("a bearer token, and no issuer is set", attempt);
    }
    try {
      Jwt token = decoder.get().decode(attempt.token());
      return user(token)
          .map(user -> LoggedIn.byToken(user.id(), user.userName()))
          .orElseThrow(() -> refused("a bearer token of nobody who may log in", attempt));
    } catch (JwtValidationException e) {
      throw refused("a bearer token: " + reasons(e.getErrors()), attempt);
    } catch (BadJwtException e) {
      throw refused("a bearer token that can't be read or that the issuer has not signed", attempt);
    } catch (JwtException e) {
      throw new Refusal.Unavailable(RETRY).asException();
    }
  }

  private Optional<User> user(Jwt token) {
    return token.getClaims().get(settings.userNameClaim()) instanceof String userName
        ? directories.now().userNamed(userName).filter(User::enabled)
        : Optional.empty();
  }

  private static String reasons(Collection<OAuth2Error> errors) {
    return errors.stream().map(OAuth2Error::getDescription).collect(Collectors.joining("; "));
  }

  private static BadCredentialsException refused(String why, BearerAttempt attempt) {
    LOG.warn("Log-in refused from {}: {}", attempt.address(), why);
    return new BadCredentialsException("wrong");
  }

  private static JwtDecoder decoder(URI issuer, TokenSettings settings, InstantSource clock) {
    DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    Set<JWSAlgorithm> algorithms =
        settings.algorithms().stream()
            .map(algorithm -> JWSAlgorithm.parse(algorithm.name()))
            .collect(Collectors.toSet());
    signatures.setJWSKeySelector(
        new JWSVerificationKeySelector<>(algorithms, keys(issuer, settings)));
    signatures.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    signatures.setJWTClaimsSetVerifier((claims, context) -> {}); // the decoder's are below

    JwtTimestampValidator time = new JwtTimestampValidator(settings.clockSkew());
    time.setClock(clock.withZone(ZoneOffset.UTC));
    time.setAllowEmptyExpiryClaim(false);
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            time,
            new JwtClaimValidator<Object>("iss", claim -> issuer.toString().equals(text(claim))),
            new JwtClaimValidator<List<String>>(
                "aud", claim -> claim != null && isForHere(claim, settings))));
    return decoder;
  }

  private static String text(Object claim) {
    return String.valueOf(claim);
  }

  private static boolean isForHere(List<String> audience, TokenSettings settings) {
    Set<String> common = new HashSet<>(audience);
    common.retainAll(settings.audience());
    return !common.isEmpty();
  }

  /** Remembered, fetched again for a key that is not among them, and not too often. */
  private static JWKSource<SecurityContext> keys(URI issuer, TokenSettings settings) {
    return JWKSourceBuilder.create(new IssuerKeys(issuer, settings))
        .cache(settings.keyLife().toMillis(), settings.timeout().multipliedBy(2).toMillis())
        .refreshAheadCache(false)
        .rateLimited(settings.fetchInterval().toMillis())
        .outageTolerant(OUTAGE.toMillis())
        .build();
  }
}
