package org.openworkbin.directory;

import java.util.Optional;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.UserId;

/**
 * A telephone, which the server only shows: there is no telephony.
 *
 * @param phoneNumber unique
 * @param owner whose it is
 */
public record Device(DeviceId id, String phoneNumber, Optional<UserId> owner)
    implements DirectoryObject {

  @Override
  public ObjectKey key() {
    return key(id);
  }

  /** The key of the device with that id. */
  public static ObjectKey key(DeviceId id) {
    return new ObjectKey(ObjectKind.DEVICE, id.value());
  }

  @Override
  public String label() {
    return phoneNumber;
  }
}
