package org.openworkbin.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one form that all Java sources have: google-java-format's, without unused imports. */
final class SourceFormat {

  private SourceFormat() {}

  /** Rewrites the files below {@code src} that are not in form, and names them. */
  static void main(String[] arguments) throws IOException {
    for (Map.Entry<Path, String> source : misformatted(Path.of("src")).entrySet()) {
      Files.writeString(source.getKey(), source.getValue());
      System.out.println("formatted " + source.getKey());
    }
  }

  /**
   * The files below {@code root} that are not in form, each with the text it should have. A file
   * that does not parse is named on the error stream and left alone.
   */
  static Map<Path, String> misformatted(Path root) throws IOException {
    List<Path> sources;
    try (var files = Files.walk(root)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    return sources.parallelStream()
        .flatMap(file -> reformatted(file).map(text -> Map.entry(file, text)).stream())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
  }

  private static Optional<String> reformatted(Path file) {
    try {
      String text = Files.readString(file, UTF_8);
      String form = format(text);
      return form.equals(text) ? Optional.empty() : Optional.of(form);
    } catch (FormatterException e) {
      System.err.println(file + " does not parse: " + e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String format(String text) throws FormatterException {
    String ordered =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
