package org.openworkbin.cli;

/** Ends a command; the message is a sentence for the person who typed it. */
final class CommandException extends RuntimeException {
  CommandException(String message) {
    super(message);
  }
}
