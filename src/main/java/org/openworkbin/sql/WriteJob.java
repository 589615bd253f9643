package org.openworkbin.sql;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

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
      boolean lost = store.isLost(session, e);
      done.completeExceptionally(lost ? new StoreAwayException("the store went away", e) : e);
      if (lost) {
        throw e;
      }
      session.rollback();
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
      session.rollback();
    }
  }

  @Override
  public void away(StoreAwayException why) {
    done.completeExceptionally(why);
  }
}
