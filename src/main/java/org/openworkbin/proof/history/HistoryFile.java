package org.openworkbin.proof.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A history as a file, in UTF-8: the run in the first line, with the number of the format, and a
 * happening in each other one.
 */
public final class HistoryFile {

  private HistoryFile() {}

  /** Writes the history into the file. */
  public static void write(Path file, History history) throws IOException {
    try (HistoryWriter writer = HistoryWriter.to(file, history.run())) {
      for (Happening happening : history.happenings()) {
        writer.write(happening);
      }
    }
  }

  /**
   * Reads it, line by line. A last line that was cut off, as by a recorder that was killed, is left
   * out.
   *
   * @throws IOException also where it is no history, or one of another format; the message says so
   */
  public static History read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      HistoryJson.Reader reader = new HistoryJson.Reader(file);
      Run run = reader.run(lines.readLine());
      List<Happening> happenings = new ArrayList<>();
      String line = lines.readLine();
      while (line != null) {
        String following = lines.readLine();
        if (following != null || reader.isComplete(line)) {
          happenings.add(reader.happening(line));
        }
        line = following;
      }
      return new History(run, happenings);
    }
  }
}
