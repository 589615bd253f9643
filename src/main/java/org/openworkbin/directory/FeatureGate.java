package org.openworkbin.directory;

import org.openworkbin.refusal.Refusal;

/**
 * Keeps what the contact centre has not from its users: for them it does not exist. Asks nothing
 * but memory; thread-safe.
 */
public final class FeatureGate {
  private final Directories directories;

  public FeatureGate(Directories directories) {
    this.directories = directories;
  }

  /** Whether the contact centre has it. */
  public boolean has(Feature feature) {
    return directories.now().features().contains(feature);
  }

  /** Refuses a resource of a feature that is off, as one that does not exist. */
  public void requireResource(Feature feature) {
    if (!has(feature)) {
      throw new Refusal.Unknown("resource", "").asException();
    }
  }

  /** Refuses an operation of a feature that is off, as one that the resource does not have. */
  public void requireOperation(Feature feature) {
    if (!has(feature)) {
      throw new Refusal.Invalid("operationName", "This resource has no such operation")
          .asException();
    }
  }
}
