package org.openworkbin.proof.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A history on its way into a file: a line of JSON for the run, and one for each happening. */
final class HistoryWriter implements AutoCloseable {
  private final BufferedWriter out;

  private HistoryWriter(BufferedWriter out) {
    this.out = out;
  }

  /** Begins the file, which must be new or may be written over. */
  static HistoryWriter to(Path file, Run run) throws IOException {
    HistoryWriter writer = new HistoryWriter(Files.newBufferedWriter(file, UTF_8));
    writer.line(HistoryJson.text(run));
    return writer;
  }

  void write(Happening happening) throws IOException {
    line(HistoryJson.text(happening));
  }

  private void line(String json) throws IOException {
    out.write(json);
    out.write('\n');
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
