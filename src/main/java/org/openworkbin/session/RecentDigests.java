package org.openworkbin.session;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.openworkbin.session.Digests.Digest;

/** The last ten thousand that were added, each counted from when it came last. Thread-safe. */
final class RecentDigests {
  private static final int REMEMBERED = 10_000;

  private final SequencedSet<Digest> digests = new LinkedHashSet<>();

  synchronized void add(Digest digest) {
    digests.addLast(digest);
    if (digests.size() > REMEMBERED) {
      digests.removeFirst();
    }
  }

  synchronized boolean contains(Digest digest) {
    return digests.contains(digest);
  }
}
