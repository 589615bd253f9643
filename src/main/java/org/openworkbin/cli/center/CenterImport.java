package org.openworkbin.cli.center;

import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;

/** Does what an {@link ImportPlan} says. */
public final class CenterImport {
  private final StoredDirectories directories;
  private final Ledger ledger;

  public CenterImport(StoredDirectories directories, Ledger ledger) {
    this.directories = directories;
    this.ledger = ledger;
  }

  /**
   * Writes the directory in one transaction and then the interactions one by one. Where it is cut
   * off in between, the same file loaded again does the rest.
   */
  public void apply(ImportPlan plan) {
    if (!plan.change().isEmpty()) {
      directories.apply(plan.change());
    }
    for (Creation creation : plan.interactions()) {
      ledger.create(creation);
    }
  }
}
