package org.openworkbin.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes what it was asked for, line by line. */
final class Output {
  private final PrintWriter writer;

  private Output(PrintWriter writer) {
    this.writer = writer;
  }

  static Output of(@Nullable CommandSpec command) {
    if (command == null) {
      throw new IllegalStateException("the command does not run");
    }
    return new Output(command.commandLine().getOut());
  }

  /** Writes a text as it is. */
  void text(String text) {
    writer.print(text);
    writer.flush();
  }

  void line(String text) {
    writer.println(text);
    writer.flush();
  }
}
