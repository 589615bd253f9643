package org.openworkbin.center;

import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.StoredDirectories;
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
   * @throws org.openworkbin.refusal.RefusedException as {@link #change} and {@link #create} do
   */
  public void apply(Author author, ImportPlan plan) {
    change(author, plan);
    plan.interactions().forEach(this::create);
  }

  /**
   * Writes the directory, all of it or nothing.
   *
   * @throws org.openworkbin.refusal.RefusedException {@code Stale} where the directory was changed
   *     since the plan was made, or for a rule that the change breaks
   */
  public void change(Author author, ImportPlan plan) {
    if (plan.change().isEmpty()) {
      changeOf(plan, directories.now());
    } else {
      directories.change(author, directory -> changeOf(plan, directory));
    }
  }

  /**
   * Makes one of the plan's interactions, once its directory is written.
   *
   * @throws org.openworkbin.refusal.RefusedException {@code Stale} where what it was to go to is
   *     gone again
   */
  public void create(Creation creation) {
    if (!isThere(creation.to())) {
      throw new Refusal.Stale().asException();
    }
    ledger.create(creation);
  }

  private boolean isThere(Location to) {
    Directory directory = directories.now();
    return switch (to) {
      case Location.Bin(var bin) -> directory.has(bin);
      case Location.Hand(var user) -> directory.user(user).isPresent();
      case Location.Queue(var queue) -> directory.queue(queue).isPresent();
      case Location.Offer _, Location.Ended _, Location.Nowhere _ -> true;
    };
  }

  private static DirectoryChange changeOf(ImportPlan plan, Directory directory) {
    if (directory.version() != plan.version()) {
      throw new Refusal.Stale().asException();
    }
    return plan.change();
  }
}
