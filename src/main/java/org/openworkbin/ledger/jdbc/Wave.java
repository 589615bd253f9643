package org.openworkbin.ledger.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.jdbc.Pending.Kind;

/**
 * Moves, or creations, that are decided in one transaction: of each interaction the first that
 * asked for it ({@code leads}, in the order of the journal), and those that are refused for certain
 * after it ({@code followers}).
 *
 * @param id random; kept by the journal, to find out what became of a commit in doubt
 * @param base the number of the journal's last entry before it
 * @param at when it is decided, in epoch microseconds
 */
record Wave(UUID id, long base, long at, List<Pending> leads, List<Pending> followers) {

  /** The same moves at another place in the journal, nothing decided. */
  Wave again(UUID newId, long newBase, long newAt) {
    members().forEach(Pending::undecide);
    return new Wave(newId, newBase, newAt, leads, followers);
  }

  Stream<Pending> members() {
    return Stream.concat(leads.stream(), followers.stream());
  }

  int size() {
    return leads.size() + followers.size();
  }

  /** What all of its members are. */
  Kind kind() {
    return members().findFirst().orElseThrow().kind();
  }

  boolean keepsAnswers() {
    return members().anyMatch(pending -> pending.receipt().isPresent());
  }

  /** Those that nothing is decided about yet. */
  List<Pending> undecided() {
    return members().filter(pending -> pending.outcome() == null).toList();
  }

  /** What the wave adds to the journal. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(leads.size());
    for (Pending lead : leads) {
      if (lead.outcome() instanceof Outcome.Moved(Entry entry)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  void release() {
    members().forEach(Pending::release);
  }

  void fail(RuntimeException why) {
    members()
        .forEach(pending -> {
          pending.fail(why);
          pending.release();
        });
  }
}
