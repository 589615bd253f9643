package org.openworkbin.ledger.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Entry;

/**
 * The newest entries of the journal in memory, without a gap, so that those who follow it closely
 * need not ask the store. Bounded in number and in size. Thread-safe.
 */
final class RecentEntries {
  private static final int MAX_ENTRIES = 2048;
  private static final long MAX_CHARACTERS = 8_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long characters;

  void add(List<Entry> newer) {
    lock.lock();
    try {
      for (Entry entry : newer) {
        entries.addLast(entry);
        characters += size(entry);
      }
      while (entries.size() > MAX_ENTRIES || characters > MAX_CHARACTERS) {
        characters -= size(entries.removeFirst());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all; the next that are added need not follow those before. */
  void clear() {
    lock.lock();
    try {
      entries.clear();
      characters = 0;
    } finally {
      lock.unlock();
    }
  }

  /** Entries after that number; empty if the first of them is not here any more. */
  Optional<List<Entry>> after(long number, int limit) {
    lock.lock();
    try {
      if (entries.isEmpty() || entries.getFirst().number() > number + 1) {
        return Optional.empty();
      }
      return Optional.of(newest(number, limit));
    } finally {
      lock.unlock();
    }
  }

  /** Walks back from the end: who follows closely asks for the last few. */
  private List<Entry> newest(long number, int limit) {
    Deque<Entry> found = new ArrayDeque<>();
    for (Iterator<Entry> back = entries.descendingIterator(); back.hasNext(); ) {
      Entry entry = back.next();
      if (entry.number() <= number) {
        break;
      }
      found.addFirst(entry);
    }
    while (found.size() > limit) {
      found.removeLast();
    }
    return new ArrayList<>(found);
  }

  /** How many characters of content an entry has. */
  static long size(Entry entry) {
    Content content = entry.interaction().content();
    return (long) content.userData().length() + content.attributes().length();
  }
}
