package org.openworkbin.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.OpenWorkbin;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo as the command starts it, for tests that live elsewhere. */
public final class DemoApplication {

  private DemoApplication() {}

  /** Starts it on a free port with these properties; on an empty store the demo is loaded. */
  public static ConfigurableApplicationContext run(Map<String, String> properties) {
    return run(properties, Optional.empty());
  }

  /** The same; where a clock is given, time is what it says. */
  public static ConfigurableApplicationContext run(
      Map<String, String> properties, Optional<? extends InstantSource> clock) {
    List<String> arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toList();
    return new Launch(OpenWorkbin.class, arguments)
        .server(
            new CommonOptions(),
            Map.of("open-workbin.address", "127.0.0.1", "open-workbin.port", "0"),
            context -> {
              context.registerBean(
                  FirstLoad.class, () -> new FirstLoad(() -> DemoCommand.load(context)));
              clock.ifPresent(given ->
                  context.registerBean(
                      "givenClock",
                      InstantSource.class,
                      () -> given,
                      bean -> bean.setPrimary(true)));
            });
  }
}
