package org.openworkbin.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.openworkbin.OpenWorkbin;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

/** The demo as the command starts it, for tests that live elsewhere. */
public final class DemoApplication {
  /** Reading class files takes much of a start, and they are the same for the next server. */
  private static final Map<Resource, MetadataReader> CLASS_FILES = new ConcurrentHashMap<>();

  private DemoApplication() {}

  /**
   * Starts it on a free port with these properties; on an empty store the demo is loaded.
   *
   * @param additions registers what is different from the real one
   */
  public static ConfigurableApplicationContext run(
      Map<String, String> properties, Consumer<GenericApplicationContext> additions) {
    List<String> arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toList();
    return new Launch(OpenWorkbin.class, arguments)
        .server(
            new ServerOptions(),
            Map.of("open-workbin.address", "127.0.0.1", "open-workbin.port", "0"),
            context -> {
              keepClassFiles(context.getResourceCache(MetadataReader.class), context);
              context.registerBean(
                  FirstLoad.class, () -> new FirstLoad(() -> DemoCommand.load(context)));
              additions.accept(context);
            });
  }

  private static void keepClassFiles(
      Map<Resource, MetadataReader> cache, GenericApplicationContext context) {
    cache.putAll(CLASS_FILES);
    context.addBeanFactoryPostProcessor(_ -> CLASS_FILES.putAll(cache));
  }
}
