package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.sql.Session;

/** Finds what comes first in a bin, by the index that has its order. */
final class JdbcNextPulls {
  private static final String FIRST = "select i.id from interaction i where i.bin_no = ? and ";
  private static final String IN_ORDER = " order by i.rank, i.place_seq, i.id limit ?";
  private static final String THERE =
      "select 1 from interaction i where i.id = ? and i.bin_no = ? and ";

  private JdbcNextPulls() {}

  /** The first that is asked for and is not among {@code taken}. */
  static Optional<InteractionId> first(
      Session session, JdbcBinNumbers numbers, NextPull next, Set<InteractionId> taken)
      throws SQLException {
    long bin = numbers.find(session, next.bin());
    if (bin == 0 || next.media().isEmpty()) {
      return Optional.empty();
    }
    String ofMedia = ofMedia(next.media());
    return next.among().isPresent()
        ? firstAmong(session, bin, ofMedia, next.among().get(), taken)
        : firstOf(session, bin, ofMedia, taken);
  }

  private static Optional<InteractionId> firstOf(
      Session session, long bin, String ofMedia, Set<InteractionId> taken) throws SQLException {
    PreparedStatement statement = session.prepared(FIRST + ofMedia + IN_ORDER);
    statement.setLong(1, bin);
    statement.setInt(2, taken.size() + 1);
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        InteractionId id = new InteractionId(row.getString(1));
        if (!taken.contains(id)) {
          return Optional.of(id);
        }
      }
      return Optional.empty();
    }
  }

  /** They come in the order of the bin as it was; what was moved on since is passed over. */
  private static Optional<InteractionId> firstAmong(
      Session session,
      long bin,
      String ofMedia,
      List<InteractionId> candidates,
      Set<InteractionId> taken)
      throws SQLException {
    PreparedStatement statement = session.prepared(THERE + ofMedia);
    for (InteractionId candidate : candidates) {
      if (taken.contains(candidate)) {
        continue;
      }
      statement.setString(1, candidate.value());
      statement.setLong(2, bin);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** With one medium the index by medium has the order, with several the one of the whole bin. */
  private static String ofMedia(Set<Medium> media) {
    if (media.size() == Medium.values().length) {
      return "1 = 1";
    }
    String codes =
        media.stream()
            .map(Medium::code)
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return media.size() == 1 ? "i.medium = " + codes : "i.medium + 0 in (" + codes + ")";
  }
}
