package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The violations found up to now. Each item and each stream is told of once, and a hundred of each
 * promise at most: one that is broken everywhere hides no other.
 */
final class Findings {
  /** After so many there is nothing to be learnt from more. */
  static final int ENOUGH = 100;

  private final List<Violation> violations = new ArrayList<>();
  private final Map<Promise, Integer> counts = new EnumMap<>(Promise.class);
  private final Set<Object> told = new HashSet<>();

  /**
   * Notes a violation, unless there is one of that subject.
   *
   * @param subject what it is about: an item, or anything else that is equal where it is the same
   */
  void add(Object subject, Promise promise, String sentence, List<? extends Happening> piece) {
    if (told.add(subject) && counts.merge(promise, 1, Integer::sum) <= ENOUGH) {
      List<Happening> inOrder = new ArrayList<>(new LinkedHashSet<Happening>(piece));
      inOrder.sort(Comparator.comparingLong(Happening::at));
      violations.add(new Violation(promise, sentence, inOrder));
    }
  }

  boolean has(Object subject) {
    return told.contains(subject);
  }

  List<Violation> all() {
    return List.copyOf(violations);
  }
}
