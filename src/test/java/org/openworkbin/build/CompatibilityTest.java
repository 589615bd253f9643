package org.openworkbin.build;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Every row of {@code docs/compatibility.md} and of {@code docs/promises.md} names what shows it,
 * and that exists.
 */
class CompatibilityTest {
  private static final Path TABLES = Path.of("docs", "compatibility.md");
  private static final Path PROMISES = Path.of("docs", "promises.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\.(\\w+)");
  private static final Pattern FILE = Pattern.compile("golden/([\\w-]+)\\.json");

  private static Map<String, List<Class<?>>> classes;
  private static String sources;

  @BeforeAll
  static void readTests() throws IOException, URISyntaxException {
    Path root =
        Path.of(
            CompatibilityTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      classes =
          files
              .map(file -> root.relativize(file).toString())
              .filter(file -> file.endsWith(".class"))
              .<Class<?>>map(CompatibilityTest::load)
              .collect(groupingBy(Class::getSimpleName));
    }
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }
    sources = String.join("\n", texts);
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
    try {
      return Class.forName(name, false, CompatibilityTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyRowIsShownByTestsThatExist() throws IOException {
    List<Row> rows = rows(Files.readAllLines(TABLES));

    assertThat(rows).hasSizeGreaterThan(150);
    assertThat(rows.stream().flatMap(row -> problem(row).stream()).collect(joining("\n")))
        .isEmpty();
  }

  @Test
  void everyPromiseAndBoundIsShownByTestsThatExist() throws IOException {
    List<Row> rows = rows(Files.readAllLines(PROMISES));

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows.stream().flatMap(row -> problem(row).stream()).collect(joining("\n")))
        .isEmpty();
  }

  @Test
  void whatDoesNotExistIsFound() {
    String none = "| contract | shown by |\n|---|---|\n| a row | %s |";

    for (String shown :
        List.of(
            "",
            "somebody",
            "`CompatibilityTest`",
            "`CompatibilityTest.rows`",
            "`CompatibilityTest.whatDoesNotExistIsFound`, `NoTest.is`",
            "`golden/none.json`")) {
      assertThat(rows(none.formatted(shown).lines().toList()))
          .as(shown)
          .singleElement()
          .satisfies(row -> assertThat(problem(row)).isPresent());
    }
    assertThat(
            problem(
                rows(none.formatted("`CompatibilityTest.whatDoesNotExistIsFound`").lines().toList())
                    .getFirst()))
        .isEmpty();
  }

  /** The rows of all tables, without their heads. */
  private static List<Row> rows(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith("|")) {
        width = 0;
      } else if (line.startsWith("|---")) {
        width = cells(line).size();
      } else if (width > 0) {
        rows.add(new Row(i + 1, cells(line), width));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static Optional<String> problem(Row row) {
    if (row.cells().size() != row.width() || row.cells().contains("")) {
      return row.says("has an empty cell, or too many");
    }
    String shown = row.cells().getLast();
    if (!CODE.matcher(shown).replaceAll("").matches("[, ]*")) {
      return row.says("says more than what shows it");
    }
    return CODE.matcher(shown)
        .results()
        .map(each -> each.group(1))
        .filter(each -> !isGolden(each) && !isTest(each))
        .findFirst()
        .flatMap(each -> row.says("names " + each + ", which is no test and no golden file"));
  }

  /** A golden file that some test names. */
  private static boolean isGolden(String text) {
    var file = FILE.matcher(text);
    return file.matches()
        && Files.exists(GOLDEN.resolve(file.group(1) + ".json"))
        && sources.contains("\"" + file.group(1) + "\"");
  }

  private static boolean isTest(String text) {
    var method = METHOD.matcher(text);
    return method.matches()
        && classes.getOrDefault(method.group(1), List.of()).stream()
            .anyMatch(each -> isRun(each) && hasTest(each, method.group(2)));
  }

  private static boolean hasTest(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method ->
            method.getName().equals(name) && AnnotationSupport.isAnnotated(method, Testable.class));
  }

  /** A class of tests that the build runs, or one that such a class extends. */
  private static boolean isRun(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers())
        ? classes.values().stream()
            .flatMap(List::stream)
            .anyMatch(each -> type.equals(each.getSuperclass()) && isRun(each))
        : outermost(type).getSimpleName().matches(".*(Test|IT)");
  }

  private static Class<?> outermost(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type : outermost(outer);
  }

  /** A row of a table: its line, its cells and how many it should have. */
  private record Row(int line, List<String> cells, int width) {

    Optional<String> says(String problem) {
      return Optional.of("line %d %s".formatted(line, problem));
    }
  }
}
