package org.openworkbin.ledger.jdbc;

import java.time.InstantSource;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Figures;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Queues;
import org.openworkbin.ledger.References;
import org.openworkbin.sql.Database;

/** The parts of the ledger on one store; they end with the store. */
public record JdbcLedgerParts(
    Ledger ledger,
    Bins bins,
    Hands hands,
    Queues queues,
    Journal journal,
    Figures figures,
    References references) {

  /**
   * Puts the ledger on an open store and reads where its journal ends. Once for each store: there
   * is one who numbers the moves.
   */
  public static JdbcLedgerParts on(
      Database database, IdGenerator ids, InstantSource clock, LedgerSettings settings) {
    JdbcBinNumbers numbers = new JdbcBinNumbers();
    JdbcJournal journal = new JdbcJournal(database, numbers);
    JdbcWaves waves = new JdbcWaves(database, numbers);
    JdbcGroupCommit commits =
        new JdbcGroupCommit(database.writer(), waves, journal, ids, clock, settings);
    database.writer().follow(commits);
    return new JdbcLedgerParts(
        new JdbcLedger(database, commits, clock),
        new JdbcBins(database, numbers, settings),
        new JdbcHands(database, numbers),
        new JdbcQueues(database),
        journal,
        new JdbcFigures(database, numbers, settings),
        new JdbcReferences(database));
  }
}
