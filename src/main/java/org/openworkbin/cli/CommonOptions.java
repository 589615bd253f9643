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
  private static final int MAX_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Integer port;
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder; ./data unless the configuration says otherwise.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on; 0 takes a free one and prints it. Default: 8090.")
  void setPort(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw wrong("The port is a number from 0 to " + MAX_PORT + ".");
    }
    this.port = port;
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A configuration file (.yaml, .yml or .properties) beside the usual ones.")
  void setConfig(Path config) {
    if (!Files.isRegularFile(config) || !Files.isReadable(config)) {
      throw wrong("The configuration file " + config + " can't be read.");
    }
    String name = config.toString().toLowerCase(Locale.ROOT);
    if (Stream.of(".yaml", ".yml", ".properties").noneMatch(name::endsWith)) {
      throw wrong("A configuration file ends in .yaml, .yml or .properties.");
    }
    this.config = config;
  }

  /** The settings that the options stand for. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (port != null) {
      settings.put("open-workbin.port", port);
    }
    if (data != null) {
      settings.put("open-workbin.data", data.toString());
    }
    return settings;
  }

  /** The configuration file, as Spring wants it named. */
  Optional<String> configLocation() {
    return Optional.ofNullable(config).map(file -> file.toAbsolutePath().toUri().toString());
  }

  private ParameterException wrong(String why) {
    if (command == null) {
      throw new IllegalStateException("the options belong to no command");
    }
    return new ParameterException(command.commandLine(), why);
  }
}
