package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.EchoResource;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;

class EnvelopeServerTest {
  private static TestServer server;
  private static TestClient ada;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("spring.profiles.active", "echo"), EchoResource.class);
    ada = server.client("ada", "demo");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anOperationAnswersItsReferenceId() {
    Reply reply = ada.post("/api/v2/echo/1", "{\"operationName\":\"Echo\",\"id\":\"1\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.json().propertyNames()).containsExactly("statusCode", "referenceId");
    assertThat(reply.json().get("referenceId").isIntegralNumber()).isTrue();
  }

  @Test
  void aSlashAtTheEndChangesNothing() {
    assertThat(server.client().get("/api/v2/diagnostics/version/?x=1").status()).isEqualTo(200);
  }

  @Test
  void anUnknownUrlIsCode6() {
    Reply reply = ada.get("/api/v2/nothing");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo(6);
  }

  @Test
  void aMethodThatAResourceDoesNotTakeIsCode3AndNamesThoseItTakes() {
    Reply reply = ada.get("/api/v2/echo/1");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.code()).isEqualTo(3);
    assertThat(reply.header("Allow")).isEqualTo("POST");
  }

  @Test
  void aBodyWithACharsetIsRead() {
    Reply reply =
        ada.send(
            "POST",
            "/api/v2/echo/1",
            BodyPublishers.ofString("{\"operationName\":\"Echo\",\"id\":\"1\"}"),
            Map.of("Content-Type", "application/json; charset=UTF-8"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.code()).isZero();
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    Reply reply =
        ada.send(
            "POST",
            "/api/v2/echo/1",
            BodyPublishers.ofString("a=b"),
            Map.of("Content-Type", "application/x-www-form-urlencoded"));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.code()).isEqualTo(10);
  }
}
