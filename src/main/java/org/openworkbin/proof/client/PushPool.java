package org.openworkbin.proof.client;

import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.ee11.websocket.jakarta.client.JakartaWebSocketClientContainer;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSessionListener;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What all listeners of a server share: one HTTP client, one WebSocket container, one scheduler.
 */
final class PushPool implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int CONNECTIONS = 100_000;
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

  private final HttpClient http;
  private final JakartaWebSocketClientContainer webSockets;
  private final ScheduledThreadPoolExecutor scheduler;

  private PushPool(HttpClient http) {
    this.http = http;
    this.webSockets = new JakartaWebSocketClientContainer(http);
    this.scheduler =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("cometd-scheduler").daemon().factory());
    webSockets.addSessionListener(
        new JakartaWebSocketSessionListener() {
          @Override
          public void onJakartaWebSocketSessionOpened(JakartaWebSocketSession session) {
            SocketTransport.opened(session);
          }
        });
    scheduler.setRemoveOnCancelPolicy(true);
  }

  static PushPool start() {
    HttpClient http = new HttpClient();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("cometd");
    threads.setDaemon(true);
    http.setExecutor(threads);
    http.setMaxConnectionsPerDestination(CONNECTIONS);
    http.setMaxRequestsQueuedPerDestination(CONNECTIONS);
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    http.setIdleTimeout(0);
    PushPool pool = new PushPool(http);
    pool.webSockets.setDefaultMaxTextMessageBufferSize(LARGEST_MESSAGE);
    pool.webSockets.setDefaultMaxSessionIdleTimeout(0);
    try {
      http.start();
      pool.webSockets.start();
      makeWhatIsMadeAtFirstUse(pool.webSockets);
    } catch (Exception failed) {
      throw new IllegalStateException("the CometD client does not start", failed);
    }
    return pool;
  }

  /** Of two sessions that are opened at once, one would find it made and not started yet. */
  private static void makeWhatIsMadeAtFirstUse(JakartaWebSocketClientContainer webSockets) {
    Objects.requireNonNull(webSockets.getExecutor());
  }

  HttpClient http() {
    return http;
  }

  JakartaWebSocketClientContainer webSockets() {
    return webSockets;
  }

  ScheduledThreadPoolExecutor scheduler() {
    return scheduler;
  }

  static int largestMessage() {
    return LARGEST_MESSAGE;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    LifeCycle.stop(webSockets);
    LifeCycle.stop(http);
  }
}
