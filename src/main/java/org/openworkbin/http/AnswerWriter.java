package org.openworkbin.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
   * Writes the answer instead of whatever was begun.
   *
   * @return false where the client has seen the beginning already
   */
  static boolean replace(Answer answer, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return false;
    }
    response.resetBuffer();
    write(answer, response);
    return true;
  }
}
