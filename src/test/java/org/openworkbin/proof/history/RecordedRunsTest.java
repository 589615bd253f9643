package org.openworkbin.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.proof.prove.Report;
import org.openworkbin.sql.Dialect;

/**
 * What {@code prove} once recorded on each store, with all its troubles: sound as it is, and not
 * with one lie in it.
 */
class RecordedRunsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void recordedRunKeepsEveryPromise(Dialect store) throws IOException {
    Report report = Report.of(recorded(store));

    assertThat(report.isClean()).as("%s", String.join("\n", report.lines())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void oneLieInItIsFoundAndEachPromiseIsNamed(Dialect store) throws IOException {
    History sound = recorded(store);
    Set<Promise> named = EnumSet.noneOf(Promise.class);

    for (Plant plant : Plant.values()) {
      plant
          .in(sound, new Random(1))
          .map(Checker::check)
          .ifPresent(found -> {
            assertThat(found).as("%s", plant).anyMatch(plant::isFoundBy);
            found.stream()
                .map(Violation::promise)
                .filter(plant.promise()::equals)
                .forEach(named::add);
          });
    }
    assertThat(Checker.check(sound.with(wrongHolder(sound))))
        .anyMatch(Plant.WRONG_HOLDER::isFoundBy);
    named.add(Plant.WRONG_HOLDER.promise());
    assertThat(named).containsExactly(Promise.values());
  }

  private static List<Happening> wrongHolder(History sound) {
    return FalseAnswers.wrongHolderInTrouble(sound.happenings(), new Random(1)).orElseThrow();
  }

  private History recorded(Dialect store) throws IOException {
    String name = "recorded/%s.jsonl.gz".formatted(store.name().toLowerCase(Locale.ROOT));
    Path file = folder.resolve("history.jsonl");
    try (InputStream packed =
            Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(name), name);
        InputStream lines = new GZIPInputStream(packed)) {
      Files.copy(lines, file);
    }
    return HistoryFile.read(file);
  }
}
