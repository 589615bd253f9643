package org.openworkbin.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.UserId;

/** Remembers moves of several items for {@link BulkMove#KEPT}. Thread-safe; writes are durable. */
interface MoveStore {

  /** Adds a move before anything of it is done, and forgets those that are too old. */
  void add(BulkMove move, Repetition request);

  /** The move with that id, unless it is older than {@code since}. */
  Optional<BulkMove> find(String id, Instant since);

  /** The move that the request with that key has begun. */
  Optional<BulkMove> begunBy(Repetition request, Instant since);

  /** The newest moves, of one user or of all. */
  List<BulkMove> newest(Optional<UserId> by, Instant since, int limit);

  /** Those that a request works on, or did when it was cut off. */
  List<BulkMove> underWay();

  /**
   * Lets a request go on with a move; false where it was undone, or another works on it. Decided by
   * one guarded statement.
   */
  boolean resume(String id);

  /**
   * Lets a request undo a move; false where it was undone already, or another works on it. Decided
   * by one guarded statement.
   */
  boolean claim(String id, BulkMove.Undoing undoing);

  /** Keeps what became of the items of a move, which no request works on any more. */
  void finish(BulkMove move);

  /**
   * The same for one that was cut off, unless a request works on it again. What was not undone can
   * be undone again.
   */
  void settle(BulkMove move);
}
