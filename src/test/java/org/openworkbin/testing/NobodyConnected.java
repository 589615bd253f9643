package org.openworkbin.testing;

import org.openworkbin.id.UserId;
import org.openworkbin.push.Connections;
import org.openworkbin.push.Notice;

/** The way to users' sessions where nobody has one. */
final class NobodyConnected implements Connections {

  @Override
  public Letter letter(Notice notice) {
    return _ -> {};
  }

  @Override
  public void close(UserId user) {}

  @Override
  public void dismiss(UserId user, Runnable last) {
    last.run();
  }
}
