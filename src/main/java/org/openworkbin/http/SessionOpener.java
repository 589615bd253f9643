package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Opens and ends the HTTP session that lets a client go on without credentials. The few resources
 * call it that begin or end a session; no other request ever opens one. Thread-safe.
 */
public interface SessionOpener {

  /**
   * Sets the cookie of a new session of the caller, unless the request came with a valid one of his
   * own. Must be called before the answer is begun; does nothing where nobody is logged in.
   */
  void open(HttpServletRequest request, HttpServletResponse response);

  /**
   * Ends the caller's session that the request came with and takes its cookie back; his others go
   * on. Must be called before the answer is begun; does nothing where it came with none.
   */
  void end(HttpServletRequest request, HttpServletResponse response);

  /** The log-in of that request, for what it begins and what lasts longer. */
  LastingLogin login(HttpServletRequest request);
}
