package org.openworkbin.ledger.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.openworkbin.sql.Session;

/** Compares what the ledger remembers twice: counters with content, revisions with the journal. */
public final class JdbcLedgerCheck {
  private static final String COUNTS =
      """
      select b.workbin, b.owner, b.item_count, count(i.id) as items
      from bin b left join interaction i on i.bin_no = b.no
      group by b.no, b.workbin, b.owner, b.item_count
      having b.item_count <> count(i.id)
      order by b.workbin, b.owner
      """;
  private static final String REVISIONS =
      """
      select b.workbin, b.owner, b.revision, max(t.revision) as told
      from bin b join (
        select left_bin as bin, left_revision as revision from journal where left_bin is not null
        union all
        select entered_bin, entered_revision from journal where entered_bin is not null
      ) t on t.bin = b.no
      group by b.no, b.workbin, b.owner, b.revision
      having b.revision <> max(t.revision)
      order by b.workbin, b.owner
      """;
  private static final String GAPS =
      "select coalesce(max(number) - min(number) + 1 - count(*), 0) from journal";

  private JdbcLedgerCheck() {}

  /** What does not fit, as sentences for people; none where all is well. */
  public static List<String> findings(Session session) {
    List<String> findings = new ArrayList<>();
    session
        .client()
        .sql(COUNTS)
        .query(row -> {
          findings.add(
              "The bin of workbin %s and owner %s counts %d items and holds %d."
                  .formatted(
                      row.getString("workbin"),
                      row.getString("owner"),
                      row.getLong("item_count"),
                      row.getLong("items")));
        });
    session
        .client()
        .sql(REVISIONS)
        .query(row -> {
          findings.add(
              "The bin of workbin %s and owner %s is at revision %d, its journal at %d."
                  .formatted(
                      row.getString("workbin"),
                      row.getString("owner"),
                      row.getLong("revision"),
                      row.getLong("told")));
        });
    long gaps = session.client().sql(GAPS).query(Long.class).single();
    if (gaps != 0) {
      findings.add("The journal lacks %d entries.".formatted(gaps));
    }
    return findings;
  }
}
