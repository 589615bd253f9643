package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/** Finds the bin that a request names which puts something into a workbin. Thread-safe. */
@FunctionalInterface
public interface TargetBins {

  /**
   * The bin that is meant, into which the caller may put what he has in hand; refused where it is
   * unknown or not for him.
   */
  BinId find(UserId caller, Named named);

  /**
   * How a bin is named.
   *
   * @param workbin the id of the workbin
   * @param user the id of the user whose bin is meant, where that is not the caller
   * @param agentGroup the name of the group that owns it
   * @param placeGroup the same of a group of places
   */
  record Named(
      String workbin,
      Optional<String> user,
      Optional<String> agentGroup,
      Optional<String> placeGroup) {}
}
