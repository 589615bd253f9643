package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;

/** Puts an answer on the wire. */
final class AnswerWriter {
  private AnswerWriter() {}

  static void write(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.httpStatus());
    response.setContentType("application/json");
    answer.headers().forEach(response::setHeader);
    if (answer.isStreamed()) {
      answer.writeTo(response.getOutputStream());
      return;
    }
    byte[] bytes = answer.bytes();
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /**
   * Writes the answer instead of whatever was begun. Where the body has not come yet, the
   * connection ends with this answer, and says so: a client would send his next request into its
   * end.
   *
   * @return false where the client has seen the beginning already
   */
  static boolean replace(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return false;
    }
    response.resetBuffer();
    if (!ServletContextRequest.getServletContextRequest(request).consumeAvailable()) {
      response.setHeader("Connection", "close");
    }
    write(answer, response);
    return true;
  }
}
