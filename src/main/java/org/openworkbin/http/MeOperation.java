package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * An operation on {@code /api/v2/me} that another package brings than the one whose resource it is.
 */
public interface MeOperation {

  /** Its {@code operationName}. */
  String name();

  /** Does it for the caller; what it throws is answered as everywhere. */
  Answer run(Caller caller, Body body, HttpServletRequest request, HttpServletResponse response);
}
