package org.openworkbin.http;

import java.io.IOException;

/** The body of a request could not be read to its end; always with the cause. */
final class BrokenRequestException extends RuntimeException {
  BrokenRequestException(IOException cause) {
    super(cause);
  }
}
