package org.openworkbin.center;

import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.refusal.Refusal;

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
   *
   * @param author who it is for the audit trail
   * @throws org.openworkbin.refusal.RefusedException {@code Stale} where the directory was changed
   *     since the plan was made, or a queue that it needs is gone, or for a rule that the change
   *     breaks; then nothing is written
   */
  public void apply(Author author, ImportPlan plan) {
    if (!plan.change().isEmpty()) {
      directories.change(author, directory -> changeOf(plan, directory));
    }
    for (Creation creation : plan.interactions()) {
      requireQueue(creation.to());
      ledger.create(creation);
    }
  }

  /** It was there when the plan was made. */
  private void requireQueue(Location to) {
    if (to instanceof Location.Queue(QueueId queue) && directories.now().queue(queue).isEmpty()) {
      throw new Refusal.Stale().asException();
    }
  }

  private static DirectoryChange changeOf(ImportPlan plan, Directory directory) {
    if (directory.version() != plan.version()) {
      throw new Refusal.Stale().asException();
    }
    return plan.change();
  }
}
