package org.openworkbin.directory;

import java.util.List;
import java.util.Optional;

/** Keeps the contact centre. Thread-safe. */
public interface DirectoryStore extends Passwords {

  /** The contact centre as it is stored; a new store has an empty one. */
  ContactCenter load();

  /**
   * The same, after every write that ever was on its way is durable or has not happened. Blocks
   * moves meanwhile: only for where a write was in doubt.
   */
  ContactCenter settled();

  /**
   * Makes a change, with its entries in the audit trail, in one transaction.
   *
   * @param after the contact centre with the change made, as {@link ContactCenter#after} gives it
   * @throws org.openworkbin.refusal.RefusedException with {@code Stale} where the store has another
   *     version than the one before {@code after}; then nothing is changed. Where anything else is
   *     thrown, the change may have been made
   */
  void write(DirectoryChange change, ContactCenter after, List<Audited> trail);

  /** An entry of the audit trail before it has a number and a time; see {@link AuditEntry}. */
  record Audited(
      Author author,
      ObjectKey key,
      String label,
      Optional<String> before,
      Optional<String> after) {}
}
