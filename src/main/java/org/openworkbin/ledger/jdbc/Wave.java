package org.openworkbin.ledger.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Outcome;

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

  /** Takes as many as fit together out of {@code waiting}, at least one. */
  static Wave takenFrom(List<Pending> waiting, UUID id, long base, long at) {
    Wave wave = new Wave(id, base, at, new ArrayList<>(waiting.size()), new ArrayList<>());
    boolean moves = waiting.getFirst() instanceof Pending.OfMove;
    Map<InteractionId, Pending> first = HashMap.newHashMap(waiting.size());
    for (Iterator<Pending> each = waiting.iterator(); each.hasNext(); ) {
      Pending pending = each.next();
      if (pending instanceof Pending.OfMove == moves && wave.accepts(pending, first)) {
        each.remove();
      }
    }
    return wave;
  }

  private boolean accepts(Pending pending, Map<InteractionId, Pending> first) {
    Pending lead = first.putIfAbsent(pending.interaction(), pending);
    if (lead == null) {
      return leads.add(pending);
    }
    return pending instanceof Pending.OfMove move
        && lead instanceof Pending.OfMove before
        && move.losesAfter(before)
        && followers.add(pending);
  }

  static Wave of(Pending only, UUID id, long base, long at) {
    return new Wave(id, base, at, List.of(only), List.of());
  }

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

  boolean ofMoves() {
    return leads.getFirst() instanceof Pending.OfMove;
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
