package org.openworkbin.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The part of the server that speaks HTTP and logs people in, on a free port and with the people of
 * {@link MemoryCenter}; closing it stops it. {@link DemoServer} is the whole.
 */
public final class TestServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private TestServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts it with these properties, and further classes as parts of the application. */
  public static TestServer start(Map<String, String> properties, Class<?>... parts) {
    Map<String, Object> defaults = new LinkedHashMap<>(properties);
    defaults.putIfAbsent("server.port", "0");
    defaults.putIfAbsent("server.address", "127.0.0.1");
    SpringApplication application = new SpringApplication(MemoryApplication.class);
    application.addPrimarySources(List.of(parts));
    application.setRegisterShutdownHook(false);
    String[] arguments =
        defaults.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    return new TestServer(application.run(arguments));
  }

  public int port() {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** A client without cookies and without credentials. */
  public TestClient client() {
    return new TestClient(url());
  }

  /** A client that sends these credentials with every request. */
  public TestClient client(String userName, String password) {
    return client().as(userName, password);
  }

  /** A part of the running application. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
