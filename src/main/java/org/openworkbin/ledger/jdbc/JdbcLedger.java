package org.openworkbin.ledger.jdbc;

import java.time.InstantSource;
import java.util.Optional;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Database;
import org.springframework.dao.DataAccessResourceFailureException;

/** The ledger in a store: each call queues its move for the writer and waits for the commit. */
final class JdbcLedger implements Ledger {
  private final Database database;
  private final JdbcGroupCommit commits;
  private final InstantSource clock;

  JdbcLedger(Database database, JdbcGroupCommit commits, InstantSource clock) {
    this.database = database;
    this.commits = commits;
    this.clock = clock;
  }

  @Override
  public Outcome move(Move move) {
    return decided(new Pending.OfMove(checked(move), Optional.empty()));
  }

  @Override
  public Outcome move(Move move, Receipt receipt) {
    return decided(new Pending.OfMove(checked(move), Optional.of(receipt)));
  }

  @Override
  public Outcome pull(NextPull next) {
    return decided(new Pending.OfNext(next, Optional.empty()));
  }

  @Override
  public Outcome pull(NextPull next, Receipt receipt) {
    return decided(new Pending.OfNext(next, Optional.of(receipt)));
  }

  @Override
  public Outcome create(Creation creation) {
    return decided(new Pending.OfCreation(checked(creation), Optional.empty()));
  }

  @Override
  public Outcome create(Creation creation, Receipt receipt) {
    return decided(new Pending.OfCreation(checked(creation), Optional.of(receipt)));
  }

  private Outcome decided(Pending pending) {
    commits.offer(pending);
    return pending.await();
  }

  private static Move checked(Move move) {
    if (move.to() instanceof Location.Nowhere) {
      throw new IllegalArgumentException("nothing moves to nowhere");
    }
    boolean edit = move.reason() == Reason.EDIT;
    if (edit != move.isEdit() || (edit && move.terms().revision().isEmpty())) {
      throw new IllegalArgumentException(
          "an edit, and nothing else, stays where it is and brings new content");
    }
    boolean somewhere = move.terms().oldPlace() || move.terms().place().isPresent();
    if (somewhere && !(move.to() instanceof Location.Bin)) {
      throw new IllegalArgumentException("only a bin has places");
    }
    return move;
  }

  private static Creation checked(Creation creation) {
    return switch (creation.to()) {
      case Location.Bin _, Location.Hand _, Location.Queue _ -> creation;
      case Location.Offer _, Location.Ended _, Location.Nowhere _ ->
          throw new IllegalArgumentException("created in a bin, a hand or a queue only");
    };
  }

  @Override
  public Optional<KeptAnswer> answered(UserId user, String key) {
    long now = Micros.of(clock.instant());
    return JdbcReads.of(database, session -> JdbcAnswers.find(session, user.value(), key, now));
  }

  @Override
  public void keep(UserId user, String key, KeptAnswer answer) {
    long now = Micros.of(clock.instant());
    try {
      database.write(session -> {
        JdbcAnswers.keep(session, user, key, answer, now);
        return answer;
      });
    } catch (DataAccessResourceFailureException e) {
      throw JdbcReads.refusal(e);
    }
  }
}
