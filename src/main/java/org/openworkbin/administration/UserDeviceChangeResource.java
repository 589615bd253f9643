package org.openworkbin.administration;

import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives devices to users and takes them back ({@code spec/foundations.md} 6.5). */
@RestController
final class UserDeviceChangeResource {
  private final DeviceOwners owners;

  UserDeviceChangeResource(DeviceOwners owners) {
    this.owners = owners;
  }

  @PostMapping("/api/v2/users/{id}/devices")
  Answer assign(
      Caller caller,
      @PathVariable("id") String id,
      Body body,
      ExternalUrl url,
      ExpectedVersion expected) {
    return owners.assign(caller, id, body, url, expected);
  }

  @PostMapping("/api/v2/me/devices")
  Answer assignMine(Caller caller, Body body, ExternalUrl url, ExpectedVersion expected) {
    return owners.assign(caller, caller.id().value(), body, url, expected);
  }

  @DeleteMapping("/api/v2/users/{id}/devices/{device}")
  Answer unassign(
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("device") String device,
      ExpectedVersion expected) {
    return owners.unassign(caller, id, device, expected);
  }

  @DeleteMapping("/api/v2/me/devices/{device}")
  Answer unassignMine(
      Caller caller, @PathVariable("device") String device, ExpectedVersion expected) {
    return owners.unassign(caller, caller.id().value(), device, expected);
  }
}
