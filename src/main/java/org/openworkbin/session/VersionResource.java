package org.openworkbin.session;

import org.openworkbin.http.Answer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /api/v2/diagnostics/version}: which version runs; needs no log-in. */
@Controller
class VersionResource {
  private final Answer answer;

  VersionResource(@Value("${open-workbin.version}") String version) {
    this.answer = Answer.of(new VersionJson(version)::write);
  }

  @GetMapping("/api/v2/diagnostics/version")
  Answer version() {
    return answer;
  }
}
