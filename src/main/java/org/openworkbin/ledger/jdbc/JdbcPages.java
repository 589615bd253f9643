package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins.Page;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Position;
import org.openworkbin.sql.Session;

/**
 * Reads pages of bins. State and items come in one statement, which is one view of the store: by an
 * index that begins with the bin, without a count or a sort.
 */
final class JdbcPages {

  /**
   * The limit stands inside, so that the content is read for the page only. The oldest is asked for
   * by the parameter and not by {@code b.no}, so that it is looked up once and not for each row.
   */
  private static final String PAGE =
      """
      select b.revision, b.item_count,
        (select o.placed_at from interaction o where o.bin_no = ? order by o.placed_at limit 1),
      """
          + JdbcRows.INTERACTION
          + ", "
          + JdbcRows.CONTENT
          + """

          from bin b left join (
            select * from interaction p where p.bin_no = ? %s
            order by p.rank, p.place_seq, p.id limit ? %s
          ) i on true left join content c on c.no = i.content_no
          where b.no = ?
          """;

  private static final String BEHIND = " and (p.rank, p.place_seq, p.id) > (?, ?, ?)";
  private static final int OLDEST = 3;
  private static final int FIRST_OF_ITEM = 4;

  private final JdbcBinNumbers numbers;

  JdbcPages(JdbcBinNumbers numbers) {
    this.numbers = numbers;
  }

  /** The counters of a bin: a page of no medium at all. */
  Page head(Session session, BinId bin) throws SQLException {
    return page(session, bin, Set.of(), 1, 0);
  }

  Page page(Session session, BinId bin, Set<Medium> media, int limit, long offset)
      throws SQLException {
    long number = numbers.find(session, bin);
    PreparedStatement statement = session.prepared(sql(media));
    statement.setLong(1, number);
    statement.setLong(2, number);
    statement.setInt(3, limit);
    statement.setLong(4, offset);
    statement.setLong(5, number);
    return page(session, bin, statement);
  }

  Page page(Session session, BinId bin, Set<Medium> media, Position after, int limit)
      throws SQLException {
    long number = numbers.find(session, bin);
    PreparedStatement statement = session.prepared(sqlBehind(media));
    statement.setLong(1, number);
    statement.setLong(2, number);
    statement.setLong(3, rank(after));
    statement.setLong(4, after.seq());
    statement.setString(5, after.id().value());
    statement.setInt(6, limit);
    statement.setLong(7, number);
    return page(session, bin, statement);
  }

  private Page page(Session session, BinId bin, PreparedStatement statement) throws SQLException {
    JdbcRows rows = new JdbcRows(numbers, session);
    List<Interaction> items = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return new Page(new BinState(bin, 0, 0), Optional.empty(), items);
      }
      BinState state = new BinState(bin, row.getLong(1), row.getLong(2));
      Optional<Instant> oldest = JdbcRows.time(row, OLDEST);
      if (row.getString(FIRST_OF_ITEM) != null) {
        do {
          items.add(rows.interaction(row, FIRST_OF_ITEM));
        } while (row.next());
      }
      return new Page(state, oldest, items);
    }
  }

  static String sql(Set<Medium> media) {
    return PAGE.formatted(ofMedia("p", media), "offset ?");
  }

  static String sqlBehind(Set<Medium> media) {
    return PAGE.formatted(ofMedia("p", media) + BEHIND, "");
  }

  /**
   * A condition on the medium. With one medium the index by medium has the order; with several the
   * one of the whole bin has it, and {@code + 0} keeps the database from taking the other.
   */
  static String ofMedia(String alias, Set<Medium> media) {
    if (media.size() == Medium.values().length) {
      return "";
    }
    if (media.isEmpty()) {
      return "and 1 = 0";
    }
    String codes =
        media.stream()
            .map(Medium::code)
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return media.size() == 1
        ? "and %s.medium = %s".formatted(alias, codes)
        : "and %s.medium + 0 in (%s)".formatted(alias, codes);
  }

  /** The column that has the priorities in ascending order. */
  static long rank(Position position) {
    return -(long) position.priority();
  }
}
