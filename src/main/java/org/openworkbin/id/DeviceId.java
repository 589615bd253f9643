package org.openworkbin.id;

/** The id of a device. */
public record DeviceId(String value) {
  public DeviceId {
    Ids.check(value);
  }
}
