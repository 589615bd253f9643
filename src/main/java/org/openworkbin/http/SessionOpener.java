package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Opens the HTTP session that lets a client go on without credentials. The few resources call it
 * that begin a session; no other request ever opens one. Thread-safe.
 */
public interface SessionOpener {

  /**
   * Sets the cookie of a new session of the caller, unless the request came with a valid one of his
   * own. Must be called before the answer is begun; does nothing where nobody is logged in.
   */
  void open(HttpServletRequest request, HttpServletResponse response);

  /**
   * What is to be run whenever something is heard of a connection that the request began: it keeps
   * the caller's session alive that the request came with. Does nothing where it came with none.
   */
  Runnable keeper(HttpServletRequest request);
}
