package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Feature;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.IdGenerator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Adds, changes and removes devices; {@link UserDeviceChangeResource} gives them to users. */
@RestController
final class DeviceChangeResource {
  private final Changes changes;
  private final IdGenerator ids;

  DeviceChangeResource(Changes changes, IdGenerator ids) {
    this.changes = changes.by(Feature.PROVISIONING_WRITE);
    this.ids = ids;
  }

  @PostMapping("/api/v2/devices")
  Answer create(Caller caller, Body body, ExternalUrl url) {
    DeviceId id = new DeviceId(ids.newUuid().toString());
    return Changes.tagged(
        Answer.of(new CreatedJson(url, "/devices", id.value())::write),
        changes.put(
            caller,
            ExpectedVersion.any(),
            _ -> new Device(id, body.required("phoneNumber"), Optional.empty())));
  }

  @RequestMapping(
      path = "/api/v2/devices/{id}",
      method = {RequestMethod.PUT, RequestMethod.POST})
  Answer change(Caller caller, @PathVariable("id") String id, Body body, ExpectedVersion expected) {
    return Changes.done(
        changes.put(caller, expected, directory -> changed(new Found(directory).device(id), body)));
  }

  @DeleteMapping("/api/v2/devices/{id}")
  Answer remove(Caller caller, @PathVariable("id") String id, ExpectedVersion expected) {
    return Changes.done(
        changes.remove(caller, expected, directory -> new Found(directory).device(id)));
  }

  private static Device changed(Device device, Body body) {
    return body.has("phoneNumber")
        ? new Device(device.id(), body.required("phoneNumber"), device.owner())
        : device;
  }
}
