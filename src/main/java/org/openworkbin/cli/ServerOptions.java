package org.openworkbin.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that start a server. */
final class ServerOptions {
  private static final int MAX_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Mixin private final CommonOptions common = new CommonOptions();

  private @Nullable Integer port;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on; 0 takes a free one and prints it. Default: 8090.")
  void setPort(int port) {
    if (port < 0 || port > MAX_PORT) {
      if (command == null) {
        throw new IllegalStateException("the options belong to no command");
      }
      throw new ParameterException(
          command.commandLine(), "The port is a number from 0 to " + MAX_PORT + ".");
    }
    this.port = port;
  }

  /** Those that every command takes. */
  CommonOptions common() {
    return common;
  }

  /** The settings that the options stand for. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(common.settings());
    if (port != null) {
      settings.put("open-workbin.port", port);
    }
    return settings;
  }
}
