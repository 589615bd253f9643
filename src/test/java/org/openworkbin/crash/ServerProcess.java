package org.openworkbin.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program in a process of its own. Closing it kills it. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready: http://localhost:(\\d+)/api/v2");
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
  private final Thread reader;
  private String url = "";

  private ServerProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().unstarted(this::readToEnd);
  }

  /** Starts {@code serve} on a free port, and returns when it is ready. */
  static ServerProcess start(Map<String, String> settings) {
    ServerProcess server = new ServerProcess(launch(List.of("serve", "--port=0"), settings));
    server.awaitReady();
    return server;
  }

  /** Runs a command to its end. */
  static Ended run(List<String> command, Map<String, String> settings) throws InterruptedException {
    try (ServerProcess program = new ServerProcess(launch(command, settings))) {
      program.reader.start();
      return program.awaitEnd();
    }
  }

  private static Process launch(List<String> command, Map<String, String> settings) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Quick to start, and small: others run beside it.
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    line.addAll(List.of("-jar", System.getProperty("open-workbin.jar")));
    line.addAll(command);
    line.add("--open-workbin.address=127.0.0.1");
    settings.forEach((name, value) -> line.add("--" + name + "=" + value));
    try {
      return new ProcessBuilder(line).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    BufferedReader lines = process.inputReader(UTF_8);
    try {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        output.add(text);
        Matcher ready = READY.matcher(text);
        if (ready.find()) {
          url = "http://127.0.0.1:" + ready.group(1);
          reader.start();
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("the server did not start:\n" + output());
  }

  private void readToEnd() {
    process.inputReader(UTF_8).lines().forEach(output::add);
  }

  /** Where it listens, without a slash at the end. */
  String url() {
    return url;
  }

  /** What it has printed up to now. */
  String output() {
    return String.join("\n", output);
  }

  /** Kills it as {@code kill -9} does, and returns when it is gone. */
  void kill() throws InterruptedException {
    end();
    process.waitFor();
  }

  /** Asks it to stop as {@code kill} does; returns at once. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits until it has ended by itself. */
  Ended awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the program does not end:\n" + output());
    }
    reader.join();
    return new Ended(process.exitValue(), output());
  }

  @Override
  public void close() {
    end();
  }

  /** Not by the process's own method, which would close its output before it is read. */
  private void end() {
    process.toHandle().destroyForcibly();
  }

  /** How the program ended, and what it had printed, errors included. */
  record Ended(int code, String output) {}
}
