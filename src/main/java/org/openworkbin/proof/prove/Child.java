package org.openworkbin.proof.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that was started by a command line, with all processes that it has started: they are
 * there to be killed. The line is read by {@code /bin/sh}. Closing it kills it.
 */
final class Child implements AutoCloseable {
  private static final int LAST_WORDS = 40;
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Deque<String> lastWords = new ArrayDeque<>();

  private Child(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  static Child start(String command) {
    try {
      return new Child(
          new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    process.inputReader(UTF_8).lines().forEach(this::remember);
  }

  private synchronized void remember(String line) {
    lastWords.addLast(line);
    if (lastWords.size() > LAST_WORDS) {
      lastWords.removeFirst();
    }
  }

  /** What it printed last. */
  synchronized List<String> lastWords() {
    return List.copyOf(lastWords);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The number of the process that was started. */
  long pid() {
    return process.pid();
  }

  /** Waits until it has ended by itself; its exit code. */
  int awaitEnd() {
    process.toHandle().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return process.exitValue();
  }

  /** Kills all of them as {@code kill -9} does, and returns when they are gone. */
  void kill() {
    List<ProcessHandle> all = all();
    all.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(all);
  }

  /** Asks all of them to end as {@code kill} does, and returns when they are gone. */
  void terminate() {
    List<ProcessHandle> all = all();
    all.forEach(ProcessHandle::destroy);
    awaitEnd(all);
  }

  /** Stops them where they are, until {@link #resume}. */
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    for (ProcessHandle each : all()) {
      try {
        new ProcessBuilder("kill", "-" + name, Long.toString(each.pid())).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<ProcessHandle> all() {
    // Not by the process's own method, which would close its output before it is read.
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  private static void awaitEnd(List<ProcessHandle> all) {
    for (ProcessHandle each : all) {
      each.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
