package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.LogLines;
import org.openworkbin.testing.RawRequest;

class QuietLogTest {

  @Test
  void whatIsRefusedToAUserIsNoLogLine() {
    try (DemoServer demo = DemoServer.start();
        LogLines log = LogLines.open()) {
      Calls calls = new Calls(demo);
      int[] statuses = {
        demo.client("ada").get("/api/v2/no/such/resource").status(),
        calls.post("ada", "/diagnostics/version", "{}").status(),
        demo.client("ada").get("/api/v2/workbins/team-wb").status(),
        demo.client("ada").get("/api/v2/workbins/;%25").status(),
        RawRequest.send(demo.url(), "GET /api/v2/me/;% HTTP/1.1\r\n", new byte[0])
            .orElseThrow()
            .status(),
        calls.post("dan", Calls.TEAM_BIN, "{\"operationName\":\"Subscribe\"}").status(),
        calls.post("ada", Calls.TEAM_BIN, "{").status(),
        demo.client("ada").post("/api/v2/notifications", "{").status(),
        demo.client("ada")
            .send(
                "POST",
                "/api/v2/me",
                BodyPublishers.ofString("x"),
                Map.of("Content-Type", "multipart/form-data; boundary=x"))
            .status(),
      };

      assertThat(statuses).containsExactly(404, 405, 404, 400, 400, 403, 400, 400, 415);
      assertThat(log.text()).isEmpty();
    }
  }
}
