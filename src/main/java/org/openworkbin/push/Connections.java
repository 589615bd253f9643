package org.openworkbin.push;

import org.openworkbin.id.UserId;

/**
 * The way to the users' sessions, whatever carries it. Thread-safe; nothing here blocks or throws
 * because of a receiver: one who is slow or gone costs nobody else anything.
 */
public interface Connections {

  /** Puts a notice into the form in which it goes out, once for all who receive it. */
  Letter letter(Notice notice);

  /** Ends all sessions of a user who may no longer be here. */
  void close(UserId user);

  /**
   * Ends all sessions of a user who goes home: they are told not to come back, together with all
   * that waits for them and what {@code last} tells them. What that throws leaves them as they are.
   */
  void dismiss(UserId user, Runnable last);

  /** One message, ready to go out. */
  interface Letter {

    /**
     * Hands it to all sessions of that user whose subscriptions match its topic; a user without a
     * session is no error. What one thread hands over for one user arrives in that order.
     */
    void deliverTo(UserId user);
  }
}
