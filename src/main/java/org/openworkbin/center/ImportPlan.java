package org.openworkbin.center;

import java.util.List;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.ledger.Creation;

/**
 * What loading a contact-centre file would do to the store as it is.
 *
 * @param version of the directory that the file was compared with
 * @param interactions those that the store does not have, the oldest first
 * @param verdicts on everything in the file
 */
public record ImportPlan(
    long version, DirectoryChange change, List<Creation> interactions, List<Verdict> verdicts) {
  public ImportPlan {
    interactions = List.copyOf(interactions);
    verdicts = List.copyOf(verdicts);
  }

  /** Whether the store has all of the file already. */
  public boolean isEmpty() {
    return change.isEmpty() && interactions.isEmpty();
  }
}
