package org.openworkbin.push;

import java.util.Optional;
import org.openworkbin.ledger.Entry;

/**
 * Finds the words for what happened. Called on the tail's thread, in the order of the journal, and
 * only for audiences that have somebody in them. Must not block.
 */
public interface Narrator {

  /** What that audience is told of the entry, or empty where it is not this narrator's to tell. */
  Optional<Notice> tell(Entry entry, Audience audience);
}
