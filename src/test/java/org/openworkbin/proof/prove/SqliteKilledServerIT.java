package org.openworkbin.proof.prove;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.openworkbin.sql.Dialect;

/** Its store is full where the server may write nothing beyond a file's first byte. */
class SqliteKilledServerIT extends KilledServerContract {
  private static final Hooks BOUND =
      new Hooks(
          Optional.of("prlimit --pid $SERVER_PID --fsize=1:"),
          Optional.of("prlimit --pid $SERVER_PID --fsize=unlimited:"));

  SqliteKilledServerIT() {
    super(Dialect.SQLITE, canBound() ? BOUND : Runs.NO_HOOKS);
  }

  /** All else was tested then. */
  @AfterEach
  void saysWhereTheStoreCouldNotBeFilled() {
    assumeThat(canBound()).as("without prlimit the store was not filled").isTrue();
  }

  private static boolean canBound() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prlimit")));
  }
}
