package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.testing.EchoResource;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;
import org.openworkbin.testing.TokenIssuer;
import org.slf4j.LoggerFactory;

class TokenServerTest {
  private static final String ME = "/api/v2/me";
  private static final String ECHO = "/api/v2/echo/1";
  private static final String BODY = "{\"operationName\":\"Echo\",\"id\":\"1\"}";

  private static TokenIssuer issuer;
  private static TestServer server;

  @BeforeAll
  static void start() {
    issuer = new TokenIssuer();
    server = server(issuer, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"RS256", "ES256"})
  void aSignedTokenLogsIn(TokenSettings.SigningAlgorithm algorithm) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name()))
            .type(new JOSEObjectType("at+jwt"))
            .build();
    Reply reply = me(issuer.sign(header, issuer.claims("ada", now()).build()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/user/userName").stringValue()).isEqualTo("ada");
  }

  @Test
  void itGoesOnByCookieAndTheTokenWinsOverIt() {
    TestClient jar = server.client().withCookies();
    bearer(jar, issuer.token("ada", now())).get(ME);

    assertThat(jar.get(ME).json().at("/user/userName").stringValue()).isEqualTo("ada");
    Reply bens = bearer(jar, issuer.token("ben", now())).get(ME);
    assertThat(bens.json().at("/user/userName").stringValue()).isEqualTo("ben");
    assertThat(bearer(jar, "nonsense").get(ME).code()).isEqualTo(20);
  }

  @Test
  void whoMayNotLogInOtherwiseMayNotByAToken() {
    assertRefused(issuer.token("eve", now()));
    assertRefused(issuer.token("nobody", now()));
    assertRefused(issuer.token("ada", now(), with("preferred_username", null)));
    assertRefused(issuer.token("ada", now(), with("preferred_username", 7)));
  }

  @Test
  void whatIsNotForHereIsRefused() {
    assertRefused(issuer.token("ada", now(), claims -> claims.issuer("http://127.0.0.1/other")));
    assertRefused(issuer.token("ada", now(), claims -> claims.issuer(null)));
    assertRefused(issuer.token("ada", now(), claims -> claims.audience("another")));
    assertRefused(issuer.token("ada", now(), with("aud", null)));
  }

  @Test
  void aTokenIsGoodForItsTimeOnly() {
    Duration skew = Duration.ofSeconds(60);
    Instant now = now();

    assertRefused(issuer.token("ada", now, expires(now.minus(skew).minusSeconds(1))));
    assertThat(me(issuer.token("ada", now, expires(now.minus(skew).plusSeconds(2)))).status())
        .isEqualTo(200);
    assertRefused(issuer.token("ada", now, expires(null)));
    assertRefused(issuer.token("ada", now, begins(now.plus(skew).plusSeconds(1))));
    assertThat(me(issuer.token("ada", now, begins(now.plus(skew).minusSeconds(2)))).status())
        .isEqualTo(200);
  }

  @Test
  void whatTheIssuerHasNotSignedIsRefused() throws JOSEException {
    JWTClaimsSet claims = issuer.claims("ada", now()).build();

    assertRefused(new PlainJWT(claims).serialize());
    String token = issuer.sign(claims);
    assertRefused(token.substring(0, token.lastIndexOf('.') + 1));
    String[] parts = token.split("\\.", -1);
    String others = issuer.token("ben", now()).split("\\.", -1)[1];
    assertRefused(parts[0] + "." + others + "." + parts[2]);
    SignedJWT byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    byPublicKey.sign(new MACSigner(issuer.publicKey().toRSAPublicKey().getEncoded()));
    assertRefused(byPublicKey.serialize());
    assertRefused(issuer.sign(new JWSHeader(JWSAlgorithm.RS512), claims));
    try (TokenIssuer another = new TokenIssuer()) {
      assertRefused(another.sign(claims));
    }
    for (String nonsense : new String[] {"", "x", "a.b.c", "..", "e30.e30."}) {
      assertRefused(nonsense);
    }
  }

  @Test
  void anUnknownKeyIsRefused() {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown").build();

    assertRefused(issuer.sign(header, issuer.claims("ada", now()).build()));
  }

  @Test
  void aHeaderThatPointsToOtherKeysIsNotFollowed() {
    try (TokenIssuer another = new TokenIssuer()) {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .jwkURL(URI.create(another.url() + "/keys"))
              .jwk(another.publicKey())
              .build();

      assertRefused(another.sign(header, issuer.claims("ada", now()).build()));
      assertThat(another.fetches()).isZero();
    }
  }

  @Test
  void newKeysAreFetchedWhenTheFirstTokenComesThatTheySigned() {
    String old = issuer.token("ada", now());
    assertThat(me(old).status()).isEqualTo(200);

    issuer.rotate();

    String fresh = issuer.token("ada", now());
    await().until(() -> me(fresh).status() == 200);
    assertRefused(old);
  }

  @Test
  void keysAreNotFetchedForEachRequest() {
    try (TokenIssuer own = new TokenIssuer();
        TestServer slow = server(own, Map.of("open-workbin.oauth2.fetch-interval", "4m"))) {
      for (int i = 0; i < 20; i++) {
        assertThat(bearer(slow.client(), own.token("ada", now(slow))).get(ME).status())
            .isEqualTo(200);
      }
      assertThat(own.fetches()).isEqualTo(1);

      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown").build();
      String unknown = own.sign(header, own.claims("ada", now(slow)).build());
      for (int i = 0; i < 20; i++) {
        assertThat(bearer(slow.client(), unknown).get(ME).status()).isIn(403, 503);
      }
      assertThat(own.fetches()).isEqualTo(2);
      assertThat(bearer(slow.client(), own.token("ada", now(slow))).get(ME).status())
          .isEqualTo(200);
    }
  }

  @Test
  void aServerStartsWhileTheIssuerIsAwayAndAsksItLater() {
    try (TokenIssuer own = new TokenIssuer()) {
      own.setAway(true);
      try (TestServer early = server(own, Map.of())) {
        Reply reply = bearer(early.client(), own.token("ada", now(early))).get(ME);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo(4);
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(early.client("ada", "demo").get(ME).status()).isEqualTo(200);

        own.setAway(false);
        await()
            .until(
                () -> bearer(early.client(), own.token("ada", now(early))).get(ME).status() == 200);
        own.setAway(true);
        assertThat(bearer(early.client(), own.token("ben", now(early))).get(ME).status())
            .as("with the keys that are known")
            .isEqualTo(200);
      }
    }
  }

  @Test
  void keysMayBeNamedBySettingAndTheClaimToo() {
    try (TestServer other =
        server(
            issuer,
            Map.of(
                "open-workbin.oauth2.jwks-uri",
                issuer.url() + "/keys",
                "open-workbin.oauth2.user-name-claim",
                "upn"))) {
      String token = issuer.token("nobody", now(other), with("upn", "ben"));

      assertThat(bearer(other.client(), token).get(ME).json().at("/user/userName").stringValue())
          .isEqualTo("ben");
    }
  }

  @Test
  void withoutAnIssuerNoTokenLogsIn() {
    try (TestServer plain = TestServer.start(Map.of())) {
      assertThat(bearer(plain.client(), issuer.token("ada", now(plain))).get(ME).code())
          .isEqualTo(20);
    }
  }

  @Test
  void aTokenNeedsNoCsrfToken() {
    try (TestServer guarded =
        server(
            issuer,
            Map.of(
                "open-workbin.security.csrf", "true", "open-workbin.security.challenge", "true"))) {
      String token = issuer.token("ada", now(guarded));

      assertThat(bearer(guarded.client(), token).post(ECHO, BODY).status()).isEqualTo(200);
      TestClient jar = guarded.client().withCookies();
      bearer(jar, token).get(ME);
      assertThat(jar.post(ECHO, BODY).code()).isEqualTo(3);
    }
  }

  @Test
  void noTokenStandsInTheLog() {
    String wrong = issuer.token("ada", now(), expires(now().minusSeconds(600)));
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    lines.start();
    root.addAppender(lines);
    try {
      me(wrong);
      me("nonsense-in-a-header");
    } finally {
      root.detachAppender(lines);
    }

    String log = String.join("\n", lines.list.stream().map(Object::toString).toList());
    assertThat(log)
        .contains("Log-in refused from 127.0.0.1: a bearer token: Jwt expired")
        .contains("a bearer token that can't be read")
        .doesNotContain(wrong, wrong.split("\\.", -1)[1], wrong.split("\\.", -1)[2])
        .doesNotContain("nonsense-in-a-header");
  }

  private static TestServer server(TokenIssuer issuer, Map<String, String> more) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spring.profiles.active", "echo");
    settings.put("open-workbin.oauth2.issuer", issuer.url());
    settings.put("open-workbin.oauth2.audience", "open-workbin,another-name-of-it");
    settings.put("open-workbin.oauth2.fetch-interval", "1ms");
    settings.put("open-workbin.oauth2.timeout", "30s");
    settings.putAll(more);
    return TestServer.start(settings, EchoResource.class);
  }

  private static UnaryOperator<JWTClaimsSet.Builder> with(String claim, @Nullable Object value) {
    return claims -> claims.claim(claim, value);
  }

  private static UnaryOperator<JWTClaimsSet.Builder> expires(@Nullable Instant when) {
    if (when == null) {
      return claims -> claims.expirationTime(null);
    }
    Date before = Date.from(when.minusSeconds(300));
    return claims -> claims.issueTime(before).notBeforeTime(before).expirationTime(Date.from(when));
  }

  private static UnaryOperator<JWTClaimsSet.Builder> begins(Instant when) {
    return claims -> claims.notBeforeTime(Date.from(when));
  }

  private static Instant now() {
    return now(server);
  }

  private static Instant now(TestServer of) {
    return of.part(SettableClock.class).instant();
  }

  private static Reply me(String token) {
    return bearer(server.client(), token).get(ME);
  }

  private static TestClient bearer(TestClient client, String token) {
    return client.with("Authorization", "Bearer " + token);
  }

  private static void assertRefused(String token) {
    Reply reply = me(token);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo(20);
    assertThat(reply.header("Set-Cookie")).isEmpty();
  }
}
