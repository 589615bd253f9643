package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Whose the devices are: one belongs to one agent or to nobody, and is taken without a word. */
@Service
final class DeviceOwners {
  private final Changes changes;
  private final IdGenerator ids;

  DeviceOwners(Changes changes, IdGenerator ids) {
    this.changes = changes.by(Feature.PROVISIONING_WRITE);
    this.ids = ids;
  }

  /** Gives the user a device that is there, or a new one with a phone number. */
  Answer assign(
      Caller caller, String userId, Body body, ExternalUrl url, ExpectedVersion expected) {
    changes.read(caller);
    Optional<String> existing = Links.id(body, "devices");
    if (existing.isPresent()) {
      Directory changed =
          changes.put(
              caller,
              expected,
              directory -> {
                Device device = new Found(directory).device(existing.get());
                return owned(device, agent(directory, userId));
              });
      return Changes.done(changed);
    }
    String number =
        body.optional("phoneNumber").orElseThrow(() -> new Refusal.Missing("uri").asException());
    DeviceId id = new DeviceId(ids.newUuid().toString());
    Directory changed =
        changes.put(
            caller,
            expected,
            directory -> owned(new Device(id, number, Optional.empty()), agent(directory, userId)));
    return Changes.tagged(Answer.of(new CreatedJson(url, "/devices", id.value())::write), changed);
  }

  /** Takes the user's device back; it is nobody's then. */
  Answer unassign(Caller caller, String userId, String deviceId, ExpectedVersion expected) {
    return Changes.done(
        changes.put(
            caller,
            expected,
            directory -> {
              User user = new Found(directory).user(userId);
              Device device = new Found(directory).device(deviceId);
              if (device.owner().filter(user.id()::equals).isEmpty()) {
                throw new Refusal.Unknown("device of this user", deviceId).asException();
              }
              return new Device(device.id(), device.phoneNumber(), Optional.empty());
            }));
  }

  private static Device owned(Device device, User user) {
    return new Device(device.id(), device.phoneNumber(), Optional.of(user.id()));
  }

  private static User agent(Directory directory, String id) {
    User user = new Found(directory).user(id);
    if (!user.roles().contains(Role.ROLE_AGENT)) {
      throw new Refusal.Invalid("user", "A device is for an agent, and this user is none")
          .asException();
    }
    return user;
  }
}
