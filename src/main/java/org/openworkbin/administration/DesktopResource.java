package org.openworkbin.administration;

import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.openworkbin.presence.AgentDevices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a recorded desktop asks for while it logs in and goes on when it is answered, mostly empty
 * ({@code spec/workbins.md} 13): the user's own settings, and business attributes, of which there
 * are none.
 */
@RestController
final class DesktopResource {
  private static final String TELEPHONY = "TServer";

  private final Viewers viewers;
  private final AgentDevices devices;

  DesktopResource(Viewers viewers, AgentDevices devices) {
    this.viewers = viewers;
    this.devices = devices;
  }

  @GetMapping({"/api/v2/me/settings", "/internal-api/me/settings"})
  Answer settings(Caller caller) {
    return Answer.of(DesktopJson.settings(user(caller).annex()));
  }

  /** What integrations keep with him about his telephone. */
  @GetMapping("/api/v2/me/devices/{id}/settings/tserver")
  Answer telephony(Caller caller, @PathVariable("id") String id) {
    devices.of(caller.id(), id); // another's is unknown here
    return Answer.of(DesktopJson.section(user(caller).annex(), TELEPHONY));
  }

  @GetMapping("/internal-api/contact-center")
  Answer contactCenter(Caller caller, Query query) {
    String id = viewers.of(caller).directory().contactCenterId();
    return Answer.of(DesktopJson.contactCenter(id, query.subresources()));
  }

  @GetMapping({"/internal-api/business-attributes", "/api/v2/business-attributes"})
  Answer businessAttributes() {
    return Answer.of(DesktopJson.businessAttributes());
  }

  private User user(Caller caller) {
    return viewers.of(caller).user();
  }
}
