package org.openworkbin.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.dao.DataAccessException;

/** One write of a feature, with its caller waiting for {@code done}. */
record WriteJob<T>(Work<T> work, boolean transaction, CompletableFuture<T> done, Store store)
    implements Writer.Job {

  @Override
  public void run(Session session) throws SQLException {
    try {
      T result;
      if (transaction) {
        session.begin();
        result = work.run(session);
        session.commit();
      } else {
        result = work.run(session);
      }
      done.complete(result);
    } catch (SQLException e) {
      fail(session, e, e);
    } catch (DataAccessException e) {
      Optional<SQLException> error = sqlError(e);
      if (error.isPresent()) {
        fail(session, error.get(), e);
      } else {
        undo(session, e);
      }
    } catch (RuntimeException | Error e) {
      undo(session, e);
    }
  }

  /** Not the innermost cause: below a lost connection's is what its socket said. */
  private static Optional<SQLException> sqlError(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }

  private void fail(Session session, SQLException error, Exception told) throws SQLException {
    switch (store.trouble(session, error)) {
      case STATEMENT -> undo(session, told);
      case NOT_NOW -> undo(session, new StoreAwayException("the store takes no writes now", error));
      case READ_ONLY, LOST -> {
        done.completeExceptionally(new StoreAwayException("the store went away", error));
        throw error;
      }
    }
  }

  private void undo(Session session, Throwable told) throws SQLException {
    done.completeExceptionally(told);
    session.rollback();
  }

  @Override
  public void away(StoreAwayException why) {
    done.completeExceptionally(why);
  }
}
