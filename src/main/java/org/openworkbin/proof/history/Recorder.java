package org.openworkbin.proof.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what happens, in memory and, if wanted, in a file at once. May be used from any
 * thread; whatever one thread records stands in its order.
 */
public final class Recorder implements AutoCloseable {
  private final Run run;
  private final long start;
  private final Optional<HistoryWriter> file;
  private final List<Happening> happenings = new ArrayList<>();

  private Recorder(Run run, Optional<HistoryWriter> file) {
    this.run = run;
    this.start = System.nanoTime();
    this.file = file;
  }

  /** Begins the history of a run. */
  public static Recorder of(Run run) {
    return new Recorder(run, Optional.empty());
  }

  /** The same, which also stands in that file, line by line. */
  public static Recorder to(Run run, Path file) throws IOException {
    return new Recorder(run, Optional.of(HistoryWriter.to(file, run)));
  }

  /** The time, as happenings have it. */
  public long now() {
    return System.nanoTime() - start;
  }

  /** Writes it down. */
  public void add(Happening happening) {
    synchronized (happenings) {
      happenings.add(happening);
      if (file.isPresent()) {
        try {
          file.get().write(happening);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** What was written down up to now. */
  public History history() {
    synchronized (happenings) {
      return new History(run, happenings);
    }
  }

  /** Has everything up to now in the file. */
  public void flush() throws IOException {
    synchronized (happenings) {
      if (file.isPresent()) {
        file.get().flush();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
