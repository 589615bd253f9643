package org.openworkbin.http;

import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Fails in every way there is. */
@Controller
@Profile("faulty")
class FaultyResource {

  @GetMapping("/api/v2/fault")
  Answer fault() {
    throw new IllegalStateException("with a secret");
  }

  @GetMapping("/api/v2/away")
  Answer away() {
    throw new DataAccessResourceFailureException("with a secret");
  }

  @GetMapping("/api/v2/early")
  Answer early() {
    return Answer.streamed(json -> {
      json.writeStringProperty("a", "b");
      throw new IllegalStateException("with a secret");
    });
  }

  @GetMapping("/api/v2/midway")
  Answer midway() {
    return Answer.streamed(json -> {
      json.writeStringProperty("a", "b".repeat(1_000_000));
      throw new IllegalStateException("with a secret");
    });
  }

  @GetMapping("/api/v2/large")
  Answer large() {
    return Answer.streamed(json -> json.writeStringProperty("a", "b".repeat(1_000_000)));
  }

  @GetMapping("/api/v2/url")
  Answer url(ExternalUrl url) {
    return Answer.of(json -> json.writeStringProperty("uri", url.uri("/x")));
  }

  @PostMapping("/api/v2/repeat")
  Answer repeat(Repetition repetition, Body body) {
    return Answer.of(json -> {
      json.writeStringProperty("key", repetition.key().orElse(""));
      json.writeStringProperty("digest", repetition.digest());
      json.writeStringProperty("operationName", body.operationName());
    });
  }
}
