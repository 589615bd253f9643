package org.openworkbin.session;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the public keys of an issuer of tokens, each time it is asked: what stands before it
 * remembers them and keeps from asking too often. Nothing is fetched before the first token comes,
 * so the server starts while the issuer is away. Thread-safe.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
  private static final String CONFIGURATION = ".well-known/openid-configuration";
  private static final int MAX_BYTES = 256 * 1024;
  private static final int OK = 200;

  private final HttpClient http;
  private final URI issuer;
  private final TokenSettings settings;
  private volatile @Nullable URI found;

  IssuerKeys(URI issuer, TokenSettings settings) {
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.issuer = issuer;
    this.settings = settings;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return JWKSet.parse(fetch(address()));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      LOG.warn("The keys of the issuer of tokens could not be fetched: {}", e.toString());
      throw new JWKSetUnavailableException("the issuer's keys are not to be had", e);
    }
  }

  private URI address() throws IOException, ParseException {
    Optional<URI> known = settings.jwksUri().or(() -> Optional.ofNullable(found));
    if (known.isPresent()) {
      return known.get();
    }
    String base = issuer.toString();
    URI configuration = URI.create(base + (base.endsWith("/") ? "" : "/") + CONFIGURATION);
    var members = JSONObjectUtils.parse(fetch(configuration));
    if (!base.equals(JSONObjectUtils.getString(members, "issuer"))) {
      throw new IOException(configuration + " is of another issuer");
    }
    URI keys = JSONObjectUtils.getURI(members, "jwks_uri");
    if (keys == null) {
      throw new IOException(configuration + " names no jwks_uri");
    }
    found = keys;
    return keys;
  }

  private String fetch(URI address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    Future<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      HttpResponse<byte[]> response =
          answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw new IOException(address + " answers " + response.statusCode());
      }
      return new String(response.body(), StandardCharsets.UTF_8);
    } catch (ExecutionException e) {
      throw new IOException(address + " does not answer", e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException(address + " does not answer in time", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the issuer's keys were fetched", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
