package org.openworkbin.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.UserId;

/** Reads what was changed in the contact centre. Thread-safe. */
@FunctionalInterface
public interface AuditTrail {

  /** The entries that are asked for, the newest first. */
  List<AuditEntry> entries(Question question);

  /**
   * Which entries are asked for; all conditions have to hold.
   *
   * @param before only entries with a smaller number, to go on after a page
   * @param author only changes by that user
   * @param from the earliest moment, included
   * @param until the latest moment, excluded
   * @param limit how many at most
   */
  record Question(
      Optional<Long> before,
      Optional<UserId> author,
      Optional<ObjectKind> kind,
      Optional<String> objectId,
      Optional<Instant> from,
      Optional<Instant> until,
      int limit) {}
}
