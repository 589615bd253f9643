package org.openworkbin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer of tokens on a free port of this machine, with keys of its own. */
public final class TokenIssuer implements AutoCloseable {
  private static final int RSA_BITS = 2048;

  private final HttpServer server;
  private final AtomicInteger fetches = new AtomicInteger();
  private final AtomicInteger names = new AtomicInteger();
  private volatile RSAKey rsa;
  private volatile ECKey ec;
  private volatile boolean away;

  public TokenIssuer() {
    rotate();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url(), url())));
    server.createContext(
        "/keys",
        exchange -> {
          fetches.incrementAndGet();
          answer(exchange, new JWKSet(List.<JWK>of(rsa, ec)).toString());
        });
    server.start();
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    try (exchange) {
      if (away) {
        exchange.sendResponseHeaders(503, -1);
      } else {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  /** What stands in {@code iss}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often the keys were fetched. */
  public int fetches() {
    return fetches.get();
  }

  /** It answers no more, or again. */
  public void setAway(boolean isAway) {
    away = isAway;
  }

  /** Signs with new keys from now on, and names no others. */
  public void rotate() {
    String name = Integer.toString(names.incrementAndGet());
    try {
      rsa = new RSAKeyGenerator(RSA_BITS).keyID("rsa-" + name).generate();
      ec = new ECKeyGenerator(Curve.P_256).keyID("ec-" + name).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half of the key that RS256 is signed with. */
  public RSAKey publicKey() {
    return rsa.toPublicJWK();
  }

  /** The claims of a token that is good at that time. */
  public JWTClaimsSet.Builder claims(String userName, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .audience("open-workbin")
        .subject("subject of " + userName)
        .claim("preferred_username", userName)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  /** A good token of that user. */
  public String token(String userName, Instant now) {
    return sign(claims(userName, now).build());
  }

  /** The same with other claims. */
  public String token(String userName, Instant now, UnaryOperator<JWTClaimsSet.Builder> changed) {
    return sign(changed.apply(claims(userName, now)).build());
  }

  /** Signed with RS256. */
  public String sign(JWTClaimsSet claims) {
    return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(rsa.getKeyID()).build(), claims);
  }

  /** Signed as the header says, with the key of the algorithm's family. */
  public String sign(JWSHeader header, JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(
          JWSAlgorithm.Family.EC.contains(header.getAlgorithm())
              ? new ECDSASigner(ec)
              : new RSASSASigner(rsa));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
