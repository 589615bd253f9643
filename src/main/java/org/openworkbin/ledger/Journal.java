package org.openworkbin.ledger;

import java.util.List;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;

/** Remembers every move, in the order in which they were committed. Thread-safe. */
public interface Journal {

  /** The number of the newest committed entry, 0 where there is none. */
  long last();

  /** Entries after that number, oldest first, at most {@code limit}. */
  List<Entry> after(long number, int limit);

  /**
   * Entries that touched a bin after one of its revisions, oldest first, at most {@code limit};
   * fewer where they have much content, but always one where there is one.
   *
   * @return with {@code oldest} the lowest revision from which the bin's changes are complete
   */
  Changes ofBin(BinId bin, long sinceRevision, int limit);

  /** Entries about one interaction, newest first, at most {@code limit}. */
  List<Entry> ofInteraction(InteractionId interaction, int limit);

  /** Calls {@code nudge} after each commit, on the writer's thread; it must not block or throw. */
  void onCommit(Runnable nudge);

  /**
   * A part of the history of a bin.
   *
   * @param state the bin as it is after the newest entry of all, in the same snapshot
   * @param oldest {@code since} may not be lower than this
   */
  record Changes(BinState state, long oldest, List<Entry> entries) {}
}
