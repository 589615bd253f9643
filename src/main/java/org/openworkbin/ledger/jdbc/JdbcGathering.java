package org.openworkbin.ledger.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.jdbc.Pending.Kind;
import org.openworkbin.sql.Session;

/** Gathers those who wait and can be decided together into a wave. Used by the writer's thread. */
final class JdbcGathering {
  private final JdbcBinNumbers numbers;
  private final Session session;
  private final Wave wave;
  private final Map<InteractionId, Pending> first = new HashMap<>();

  private JdbcGathering(JdbcBinNumbers numbers, Session session, Wave wave) {
    this.numbers = numbers;
    this.session = session;
    this.wave = wave;
  }

  /** Takes as many as fit together out of {@code waiting}, at least one. */
  static Wave from(
      List<Pending> waiting, JdbcBinNumbers numbers, Session session, UUID id, long base, long at)
      throws SQLException {
    Wave wave = new Wave(id, base, at, new ArrayList<>(waiting.size()), new ArrayList<>());
    JdbcGathering gathering = new JdbcGathering(numbers, session, wave);
    Kind kind = waiting.getFirst().kind();
    List<Pending> left = new ArrayList<>();
    for (Pending pending : waiting) {
      if (pending.kind() != kind || !gathering.accepts(pending)) {
        left.add(pending);
      }
    }
    waiting.clear();
    waiting.addAll(left);
    return wave;
  }

  private boolean accepts(Pending pending) throws SQLException {
    if (pending instanceof Pending.OfNext next) {
      return accepts(next);
    }
    Pending lead = first.putIfAbsent(pending.interaction(), pending);
    if (lead == null) {
      return wave.leads().add(pending);
    }
    return pending.kind() == Kind.PLAIN_MOVE
        && pending instanceof Pending.OfMove move
        && lead instanceof Pending.OfMove before
        && move.losesAfter(before)
        && wave.followers().add(pending);
  }

  /**
   * What others in the wave ask for is left to them; where that is all there is, it is their
   * outcome that says whether anything is left.
   */
  private boolean accepts(Pending.OfNext next) throws SQLException {
    Optional<InteractionId> free = free(next, first.keySet());
    if (free.isPresent()) {
      next.choose(free);
      first.put(free.get(), next);
      return wave.leads().add(next);
    }
    if (!first.isEmpty() && free(next, Set.of()).isPresent()) {
      return false;
    }
    next.choose(Optional.empty());
    return wave.followers().add(next);
  }

  private Optional<InteractionId> free(Pending.OfNext next, Set<InteractionId> taken)
      throws SQLException {
    return JdbcNextPulls.first(session, numbers, next.next(), taken);
  }
}
