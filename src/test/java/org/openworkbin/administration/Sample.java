package org.openworkbin.administration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.Setting;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.testing.DemoServer;

/**
 * What the demo has not: skills, devices, an annex, settings, and Eve, who may no longer log in.
 */
final class Sample {
  static final Skill FRENCH =
      new Skill(
          new SkillId("51a0c2de-0001-4000-8000-000000000001"),
          "French",
          "Speaks French",
          Annex.NONE);
  static final Skill VISA =
      new Skill(new SkillId("51a0c2de-0001-4000-8000-000000000002"), "Visa", "", Annex.NONE);
  static final UserId EVE = new UserId("e0000000000000000000000000000001");

  private Sample() {}

  /** Gives all that to a demo. */
  static void fill(DemoServer demo) {
    demo.removeDispositions();
    demo.change(
        DirectoryChange.of(
            FRENCH,
            VISA,
            with(demo.part(Directories.class).now().user(demo.user("ada")).orElseThrow()),
            new User(
                EVE,
                "eve",
                "Eve",
                "Quist",
                "eve@larkspur.example",
                Set.of(Role.ROLE_AGENT),
                false,
                false,
                Optional.empty()),
            device(1, "5001", Optional.of(demo.user("ada"))),
            device(2, "+1 555 0102", Optional.of(demo.user("ben"))),
            device(3, "5003", Optional.empty()),
            new Setting("dispositions", "Solved", "\"Solved at once\""),
            new Setting("dispositions", "Call back", "{\"displayName\":\"Call back later\"}"),
            new Setting("general-settings", "countryCode", "\"US\""),
            new Setting("desk", "colours", "{\"dark\":[1,2.50]}"),
            new Setting("agent-states", "Lunch", "{\"displayName\":\"At lunch\"}")));
  }

  /** Ada speaks French well and knows a little of visas. */
  private static User with(User ada) {
    return new User(
        ada.id(),
        ada.userName(),
        ada.firstName(),
        ada.lastName(),
        ada.emailAddress(),
        ada.roles(),
        ada.enabled(),
        ada.changePasswordOnFirstLogin(),
        ada.defaultPlace(),
        Map.of(FRENCH.id(), 8, VISA.id(), 2),
        Annex.of(
            Map.of(
                "interaction-workspace",
                Map.of("toast.timeout", "30"),
                "TServer",
                Map.of("wrap-up-time", "0"))));
  }

  private static Device device(int number, String phoneNumber, Optional<UserId> owner) {
    return new Device(
        new DeviceId("de51ce00-0001-4000-8000-00000000000" + number), phoneNumber, owner);
  }
}
