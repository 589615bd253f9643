package org.openworkbin.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command takes. */
final class CommonOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder; ./data unless the configuration says otherwise.")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A configuration file (.yaml, .yml or .properties) beside the usual ones.")
  void setConfig(Path config) {
    String name = config.toString().toLowerCase(Locale.ROOT);
    if (Stream.of(".yaml", ".yml", ".properties").noneMatch(name::endsWith)) {
      if (command == null) {
        throw new IllegalStateException("the options belong to no command");
      }
      throw new ParameterException(
          command.commandLine(), "A configuration file ends in .yaml, .yml or .properties.");
    }
    this.config = config;
  }

  /** The settings that the options stand for. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (data != null) {
      settings.put("open-workbin.data", data.toString());
    }
    return settings;
  }

  /** The configuration file, as Spring wants it named. */
  Optional<String> configLocation() {
    return Optional.ofNullable(config)
        .map(file -> readable(file, "configuration file").toAbsolutePath().toUri().toString());
  }

  /** That file, which has to be one that can be read. */
  static Path readable(Path file, String what) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new CommandException("the %s %s can't be read".formatted(what, file));
    }
    return file;
  }
}
