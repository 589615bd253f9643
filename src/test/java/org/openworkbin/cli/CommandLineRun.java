package org.openworkbin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What came of a command that was run in this process, without a server. */
record CommandLineRun(int code, String out, String err) {

  /** The demo's file, with passwords that anybody may have. */
  static String demo() {
    return DemoCommand.text().replace("password: demo", "password: for-the-demo");
  }

  static CommandLineRun of(List<String> arguments) {
    return of(arguments.toArray(String[]::new));
  }

  static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Commands.commandLine(StoreContext.class, arguments);
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int code = commandLine.execute(Commands.withoutProperties(arguments));
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
