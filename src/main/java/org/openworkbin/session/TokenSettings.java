package org.openworkbin.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Log-in by bearer tokens of an OAuth 2 or OpenID Connect issuer.
 *
 * @param issuer as it stands in the tokens' {@code iss}, a URL; without it no token is accepted
 * @param jwksUri where the issuer's keys are; default: where its {@code
 *     .well-known/openid-configuration} says
 * @param audience one of these has to stand in the tokens' {@code aud}; needed with an issuer
 * @param userNameClaim the claim that is the {@code userName}
 * @param algorithms by which tokens may be signed
 * @param clockSkew how far the issuer's clock may be from this one's
 * @param keyLife how long the issuer's keys are used before they are fetched again; while it is
 *     away, those that were fetched last are good for four hours more
 * @param fetchInterval within it keys are fetched at most twice, whatever tokens come
 * @param timeout how long a fetch may take
 */
@ConfigurationProperties("open-workbin.oauth2")
record TokenSettings(
    Optional<URI> issuer,
    Optional<URI> jwksUri,
    @DefaultValue List<String> audience,
    @DefaultValue("preferred_username") String userNameClaim,
    @DefaultValue({"RS256", "ES256"}) List<SigningAlgorithm> algorithms,
    @DefaultValue("60s") Duration clockSkew,
    @DefaultValue("5m") Duration keyLife,
    @DefaultValue("30s") Duration fetchInterval,
    @DefaultValue("2s") Duration timeout) {
  TokenSettings {
    audience = List.copyOf(audience);
    algorithms = List.copyOf(algorithms);
    if (issuer.isPresent() && audience.isEmpty()) {
      throw new IllegalArgumentException(
          "open-workbin.oauth2.audience has to be set beside open-workbin.oauth2.issuer");
    }
    if (keyLife.compareTo(fetchInterval) <= 0) {
      throw new IllegalArgumentException(
          "open-workbin.oauth2.key-life has to be longer than open-workbin.oauth2.fetch-interval");
    }
  }

  /** Those with a pair of keys; what both sides have to know is no proof. */
  enum SigningAlgorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512
  }
}
