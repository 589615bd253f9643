package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.id.DeviceId;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;

/** The devices that agents see, and the calls that there are not. */
class DeviceServerTest {
  private static DemoServer demo;

  private final Desk ada = new Desk(demo, "ada");
  private final Desk ben = new Desk(demo, "ben");

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    demo.change(
        DirectoryChange.of(
            new Device(
                new DeviceId("c1d2e3f4-0000-4000-8000-000000005005"),
                "5005",
                Optional.of(demo.user("ben")))));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void goHome() {
    ada.end();
    ben.end();
  }

  @Test
  void whoHasNoDeviceSeesOneThatIsAlwaysTheSame() {
    Golden.assertSame(ada.client().get("/api/v2/me/devices?fields=*").text(), "devices-stand-in");
    assertThat(ada.client().get("/api/v2/me?subresources=devices").json().at("/user/devices/0"))
        .isEqualTo(ada.client().get("/api/v2/me/devices?fields=*").json().at("/devices/0"));
  }

  @Test
  void aDeviceIsWhatItsAgentIsOnTheTelephone() {
    ben.start("voice", "chat");
    ben.does("/me", "Ready");
    ben.does("/me/channels/voice", "DoNotDisturbOn");

    Golden.assertSame(
        ben.client().get("/api/v2/me/devices/c1d2e3f4-0000-4000-8000-000000005005").text(),
        "device");
    assertThat(ben.channel("voice").path("phoneNumber").stringValue()).isEqualTo("5005");
  }

  @Test
  void withoutFieldsTheListIsLinks() {
    assertThat(ben.client().get("/api/v2/me/devices").text())
        .isEqualTo(
            "{\"statusCode\":0,\"uris\":[\"http://localhost/api/v2/devices/"
                + "c1d2e3f4-0000-4000-8000-000000005005\"]}");
    assertThat(
            ben.client()
                .get("/api/v2/me/devices?fields=deviceState,phoneNumber")
                .json()
                .at("/devices/0")
                .propertyNames())
        .containsExactly("id", "deviceState", "phoneNumber");
  }

  @Test
  void anothersDeviceIsUnknown() {
    assertThat(ada.client().get("/api/v2/me/devices/c1d2e3f4-0000-4000-8000-000000005005").status())
        .isEqualTo(404);
  }

  @Test
  void thereAreNoCalls() {
    assertThat(ada.client().get("/api/v2/me/calls?fields=*").text())
        .isEqualTo("{\"statusCode\":0,\"calls\":[]}");
    assertThat(ada.client().get("/api/v2/me/calls").text())
        .isEqualTo("{\"statusCode\":0,\"uris\":[]}");
  }
}
