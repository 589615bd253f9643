package org.openworkbin.cli;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How a command starts the Spring context that it works in.
 *
 * @param source the class that says what is in the context
 * @param properties Spring properties of the command line, {@code --name=value}
 */
record Launch(Class<?> source, List<String> properties) {

  /** Failures are told by the command, in one sentence; Boot's own reports would be a second. */
  private static final Map<String, Object> QUIET =
      Map.ofEntries(
          entry("logging.level.org.springframework.boot.SpringApplication", "OFF"),
          entry("logging.level.org.springframework.boot.diagnostics", "OFF"),
          entry("logging.level.org.springframework.boot.autoconfigure.logging", "OFF"),
          entry("logging.level.org.springframework.context", "ERROR"),
          entry("logging.level.org.springframework.boot.jetty", "WARN"),
          entry("logging.level.org.springframework.boot.web", "ERROR"),
          entry("logging.level.org.springframework.web", "ERROR"),
          entry("logging.level.org.flywaydb", "WARN"),
          entry("logging.level.com.zaxxer.hikari", "WARN"),
          entry("logging.level.org.eclipse.jetty", "WARN"),
          entry("logging.level.org.eclipse.jetty.ee11.webapp", "OFF"));

  Launch {
    properties = List.copyOf(properties);
  }

  /** A context without a web server; closed by whoever asked for it. */
  ConfigurableApplicationContext withoutWeb(CommonOptions options) {
    return start(options, WebApplicationType.NONE, options.settings(), _ -> {});
  }

  /**
   * The server, ready to be asked.
   *
   * @param forced settings that nothing can override
   * @param beforeWeb registers what has to be there when the web server starts
   */
  ConfigurableApplicationContext server(
      ServerOptions options,
      Map<String, Object> forced,
      Consumer<GenericApplicationContext> beforeWeb) {
    Map<String, Object> settings = options.settings();
    settings.putAll(forced);
    return start(options.common(), WebApplicationType.SERVLET, settings, beforeWeb);
  }

  private ConfigurableApplicationContext start(
      CommonOptions options,
      WebApplicationType type,
      Map<String, Object> settings,
      Consumer<GenericApplicationContext> additions) {
    SpringApplication application = new SpringApplication(source);
    application.setWebApplicationType(type);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(QUIET);
    application.addInitializers(context -> {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("command", settings));
      if (type != WebApplicationType.NONE) {
        listen(context.getEnvironment(), settings);
      }
      additions.accept((GenericApplicationContext) context);
    });
    List<String> arguments = new ArrayList<>(properties);
    options
        .configLocation()
        .ifPresent(file -> arguments.add("--spring.config.additional-location=" + file));
    return application.run(arguments.toArray(String[]::new));
  }

  /** Tells Boot of those of our settings that it knows by other names. */
  private static void listen(ConfigurableEnvironment environment, Map<String, Object> settings) {
    ServerSettings server =
        Binder.get(environment).bindOrCreate("open-workbin", ServerSettings.class);
    if (environment.containsProperty("open-workbin.port")) {
      settings.put("server.port", server.port());
    }
    server.address().ifPresent(address -> settings.put("server.address", address));
  }
}
