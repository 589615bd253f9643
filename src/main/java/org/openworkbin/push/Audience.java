package org.openworkbin.push;

import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/** Who is told of something. */
public sealed interface Audience {

  /** Whoever subscribed to the bin as one of its own, and may still see it. */
  record Watchers(BinId bin) implements Audience {}

  /** Whoever subscribed to the bin as its owner's supervisor, and may still see it. */
  record Supervisors(BinId bin) implements Audience {}

  /** One user, in all his sessions. */
  record Person(UserId user) implements Audience {}
}
