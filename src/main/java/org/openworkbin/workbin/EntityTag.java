package org.openworkbin.workbin;

import org.openworkbin.http.ExternalUrl;
import org.openworkbin.ledger.BinState;

/**
 * The {@code ETag} of a bin's content: bin, revision, the version of the directory whose names
 * stand in it, and the prefix of its links. A tag may be older than the content it comes with,
 * never newer, so a client at worst reads once more than it had to.
 */
final class EntityTag {

  private EntityTag() {}

  static String of(BinState state, long directoryVersion, ExternalUrl url) {
    int where = 31 * state.bin().hashCode() + url.hashCode();
    return "\"%d.%d.%08x\"".formatted(state.revision(), directoryVersion, where);
  }
}
