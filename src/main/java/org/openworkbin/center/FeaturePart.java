package org.openworkbin.center;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Feature;

/** Reads which features the contact centre is to have; what it has stays where none are named. */
final class FeaturePart {
  private static final String KNOWN =
      Arrays.stream(Feature.values()).map(Feature::id).collect(Collectors.joining(", "));

  private final Set<Feature> stored;
  private final Problems problems;
  private Optional<Set<Feature>> written = Optional.empty();

  FeaturePart(Set<Feature> stored, Problems problems) {
    this.stored = stored;
    this.problems = problems;
  }

  void read(YamlObject file) {
    if (file.has("features")) {
      Set<Feature> features = EnumSet.noneOf(Feature.class);
      for (Text text : file.texts("features")) {
        Feature.of(text.value())
            .ifPresentOrElse(
                features::add,
                () ->
                    problems.add(
                        text.line(),
                        "'%s' is not a feature; known are %s".formatted(text.value(), KNOWN)));
      }
      written = Optional.of(features);
    }
  }

  /** Makes the features those of the file, where it has any. */
  DirectoryChange change() {
    return DirectoryChange.features(stored, written.orElse(stored));
  }

  /** A verdict where the file names any. */
  List<Verdict> verdicts() {
    List<String> differences = change().isEmpty() ? List.of() : List.of("features");
    return written.isPresent()
        ? List.of(new Verdict("contact centre", "features", false, differences))
        : List.of();
  }
}
