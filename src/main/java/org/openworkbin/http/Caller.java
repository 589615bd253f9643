package org.openworkbin.http;

import org.openworkbin.id.UserId;

/**
 * Who is calling. A resource method takes it as a parameter; it is there on every resource that
 * needs log-in.
 */
public interface Caller {
  UserId id();

  String userName();
}
