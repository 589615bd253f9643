package org.openworkbin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.center.CenterFileException;
import org.openworkbin.proof.client.UnusableServerException;
import org.openworkbin.proof.prove.ProveException;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.StoreAwayException;
import org.openworkbin.sql.StoreInUseException;
import org.openworkbin.sql.StoreSettingsException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says why a command failed, in words for the person who typed it. */
final class Failures {

  private Failures() {}

  /** One sentence, or one for each problem of a file. */
  static List<String> sentences(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .orElseGet(() -> List.of("This failed: " + last(failure)));
  }

  private static Optional<List<String>> known(Throwable cause) {
    return switch (cause) {
      case CenterFileException file ->
          Optional.of(
              file.problems().stream()
                  .map(problem -> "line " + problem.line() + ": " + problem.text())
                  .toList());
      case PortInUseException port ->
          sentence(
              "Port %d is in use; stop what uses it, or choose another one with --port."
                  .formatted(port.getPort()));
      case StoreInUseException inUse -> sentence(capitalized(inUse));
      case StoreSettingsException settings -> sentence(capitalized(settings));
      case StoreAwayException away -> sentence(capitalized(away));
      case RefusedException refused when refused.refusal() instanceof Refusal.Unavailable ->
          sentence("The store takes no writes now; is its disk full?");
      case BindException setting -> sentence(setting(setting));
      case MarkedYAMLException yaml when yaml.getProblemMark() != null ->
          sentence(
              "The configuration is not valid YAML, %s, line %d: %s."
                  .formatted(
                      yaml.getProblemMark().getName(),
                      yaml.getProblemMark().getLine() + 1,
                      yaml.getProblem()));
      case UnusableServerException server -> sentence(capitalized(server));
      case CommandException own -> sentence(capitalized(own));
      case ProveException run -> sentence(capitalized(run));
      default -> Optional.empty();
    };
  }

  private static String setting(BindException failure) {
    String why = last(failure);
    if (why.startsWith("open-workbin.")) {
      return "The setting " + why + ".";
    }
    ConfigurationProperty property = failure.getProperty();
    return property == null
        ? "The setting %s is not valid: %s".formatted(failure.getName(), why)
        : "The setting %s is not valid: '%s' (%s)."
            .formatted(property.getName(), property.getValue(), why);
  }

  private static Optional<List<String>> sentence(String text) {
    return Optional.of(List.of(text));
  }

  private static String capitalized(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String text = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }

  /** The innermost message. */
  private static String last(Throwable failure) {
    Throwable innermost = causes(failure).reduce(failure, (_, cause) -> cause);
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable each = failure; each != null && !causes.contains(each); each = each.getCause()) {
      causes.add(each);
    }
    return causes.stream();
  }
}
