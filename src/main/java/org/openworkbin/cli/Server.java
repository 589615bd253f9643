package org.openworkbin.cli;

import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A running server, as the command that started it sees it. */
final class Server {
  private final ConfigurableApplicationContext context;
  private final CountDownLatch closed = new CountDownLatch(1);

  Server(ConfigurableApplicationContext context) {
    this.context = context;
    context.addApplicationListener(
        (ApplicationListener<ContextClosedEvent>) _ -> closed.countDown());
  }

  /** The address that this machine reaches it by. */
  String url() {
    WebServerApplicationContext web = (WebServerApplicationContext) context;
    int port = web.getWebServer() == null ? 0 : web.getWebServer().getPort();
    return "http://localhost:" + port;
  }

  /** Waits until it is stopped; an interrupt stops it. */
  void await() {
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      context.close();
    }
  }
}
