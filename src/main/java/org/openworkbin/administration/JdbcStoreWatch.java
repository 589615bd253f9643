package org.openworkbin.administration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.openworkbin.sql.Writer;
import org.springframework.stereotype.Component;

/** Goes by whether the writer has a session. */
@Component
final class JdbcStoreWatch implements StoreWatch, Writer.Follower {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean reachable;

  JdbcStoreWatch(Database database) {
    database.writer().follow(this);
  }

  @Override
  public boolean isReachable() {
    return reachable;
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void connected(Session session) {
    become(true);
  }

  @Override
  public void away() {
    become(false);
  }

  @Override
  public void rest(Session session) {}

  private void become(boolean now) {
    if (reachable != now) {
      reachable = now;
      listeners.forEach(Runnable::run);
    }
  }
}
