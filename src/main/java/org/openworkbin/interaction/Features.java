package org.openworkbin.interaction;

import java.util.EnumSet;
import java.util.Set;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.http.Body;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Which media the contact centre has: all of them by {@code api-multimedia}, or each by a feature
 * of its own. For its users a medium that is off does not exist. Asks nothing but memory.
 */
@Component
public final class Features {
  private final Directories directories;

  public Features(Directories directories) {
    this.directories = directories;
  }

  /** Whether interactions of that medium are shown and worked on. */
  public boolean has(Medium medium) {
    return has(directories.now(), medium);
  }

  /** Whether every medium is on. */
  public boolean hasAll() {
    return media().size() == Medium.values().length;
  }

  /** Every medium that is on. */
  public Set<Medium> media() {
    Directory directory = directories.now();
    Set<Medium> media = EnumSet.allOf(Medium.class);
    media.removeIf(medium -> !has(directory, medium));
    return media;
  }

  /** Refuses a resource of a medium that is off, as one that does not exist. */
  public void requireResource(Medium medium) {
    if (!has(medium)) {
      throw new Refusal.Unknown("resource", "").asException();
    }
  }

  /** Refuses a resource of every medium, such as a workbin, where all of them are off. */
  public void requireResource() {
    if (media().isEmpty()) {
      throw new Refusal.Unknown("resource", "").asException();
    }
  }

  /** Refuses an operation on a medium that is off, as one that the resource does not have. */
  public void requireOperation(Medium medium) {
    if (!has(medium)) {
      throw Body.unknownOperation();
    }
  }

  private static boolean has(Directory directory, Medium medium) {
    return directory.features().contains(Feature.MULTIMEDIA)
        || directory.features().contains(feature(medium));
  }

  private static Feature feature(Medium medium) {
    return switch (medium) {
      case CHAT -> Feature.CHAT;
      case EMAIL -> Feature.EMAIL;
      case WORKITEM -> Feature.WORKITEM;
      case TWEET -> Feature.TWITTER;
      case FACEBOOK -> Feature.FACEBOOK;
      case FACEBOOKSESSION -> Feature.FACEBOOKSESSION;
      case OPENMEDIA -> Feature.OPENMEDIA;
    };
  }
}
