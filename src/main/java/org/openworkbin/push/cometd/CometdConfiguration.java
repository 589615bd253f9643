package org.openworkbin.push.cometd;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.server.ConfigurableServerChannel;
import org.cometd.server.AbstractServerTransport;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ext.AcknowledgedMessagesExtension;
import org.cometd.server.http.AbstractHttpTransport;
import org.cometd.server.websocket.common.AbstractWebSocketTransport;
import org.openworkbin.http.AllowedOrigins;
import org.openworkbin.http.SessionOpener;
import org.openworkbin.http.Traffic;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.push.Attendance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the CometD server together and gives it its address. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CometdSettings.class)
class CometdConfiguration {
  private static final String ADDRESS = "/api/v2/notifications";

  /** Of ordinary size they stay below what clients take as one frame; see {@link Frames}. */
  private static final int MESSAGES_PER_FRAME = 16;

  /** Threads without work end, those of a server that has stopped among them. */
  private static final int IDLE_SECONDS = 10;

  @Bean
  BayeuxJson bayeuxJson(CometdSettings settings) {
    return new BayeuxJson(settings.hold());
  }

  /** Started and stopped by the servlet. */
  @Bean(destroyMethod = "")
  BayeuxServerImpl bayeuxServer(
      CometdSettings settings,
      BayeuxJson json,
      @Value("${server.jetty.connection-idle-timeout:30s}") Duration idleTimeout) {
    if (settings.hold().compareTo(idleTimeout) >= 0) {
      throw new IllegalStateException(
          "open-workbin.push.hold (%s) has to be shorter than server.jetty.connection-idle-timeout (%s)"
              .formatted(settings.hold(), idleTimeout));
    }
    BayeuxServerImpl server = new BayeuxServerImpl();
    server.setOption(AbstractServerTransport.JSON_CONTEXT_OPTION, json);
    server.setOption(AbstractServerTransport.TIMEOUT_OPTION, settings.hold().toMillis());
    server.setOption(
        AbstractServerTransport.MAX_INTERVAL_OPTION, settings.maxInterval().toMillis());
    server.setOption(AbstractServerTransport.MAX_QUEUE_OPTION, settings.maxQueue());
    server.setOption(
        AbstractHttpTransport.MAX_SESSIONS_PER_BROWSER_OPTION, settings.sessionsPerBrowser());
    server.setOption(AbstractHttpTransport.BROWSER_COOKIE_SECURE_OPTION, true);
    server.setOption(
        AbstractHttpTransport.BROWSER_COOKIE_SAME_SITE_OPTION, settings.cookieSameSite());
    server.setOption(AbstractHttpTransport.DUPLICATE_META_CONNECT_HTTP_RESPONSE_CODE_OPTION, 400);
    // Two answers under way at once could overtake each other, so only one kind carries messages.
    server.setOption(
        LongPolling.NAME + "." + AbstractServerTransport.META_CONNECT_DELIVERY_OPTION, true);
    server.setOption(
        WebSocketTransport.PREFIX + "." + AbstractWebSocketTransport.MESSAGES_PER_FRAME_OPTION,
        MESSAGES_PER_FRAME);
    server.setExecutor(senders());
    server.setSecurityPolicy(new ListenOnly());
    for (String channel : ListenOnly.CHANNELS) {
      server.createChannelIfAbsent(channel, new ConfigurableServerChannel.Initializer.Persistent());
    }
    if (settings.acknowledge()) {
      server.addExtension(new AcknowledgedMessagesExtension());
    }
    return server;
  }

  /**
   * What is sent never blocks, so a thread for each processor is enough; and as the system shares
   * processors between threads, requests need not wait until a thousand sessions are served.
   */
  private static Executor senders() {
    int threads = Runtime.getRuntime().availableProcessors();
    ThreadPoolExecutor senders =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("push-sender-", 0).factory());
    senders.allowCoreThreadTimeOut(true);
    return senders;
  }

  @Bean
  Goodbyes goodbyes() {
    return new Goodbyes();
  }

  @Bean
  Sessions cometdSessions(
      BayeuxServerImpl server,
      Attendance attendance,
      InstantSource clock,
      IdGenerator ids,
      CometdSettings settings,
      Goodbyes goodbyes) {
    Gathering gathering = new Gathering(server, settings.batch());
    Sessions sessions = new Sessions(server, attendance, clock, ids, gathering, goodbyes);
    server.addExtension(goodbyes);
    server.addListener(sessions);
    server.addTransport(new LongPolling(server, sessions));
    return sessions;
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "open-workbin.push.websocket", matchIfMissing = true)
  WebSocketUpgrade webSocketUpgrade(
      BayeuxServerImpl server,
      BayeuxJson json,
      CometdSettings settings,
      AllowedOrigins origins,
      Traffic traffic,
      Goodbyes goodbyes) {
    WebSocketTransport transport =
        new WebSocketTransport(server, json, settings, traffic, goodbyes);
    server.addTransport(transport);
    server.addListener(transport);
    return new WebSocketUpgrade(transport, origins);
  }

  @Bean
  ServletRegistrationBean<NotificationServlet> notificationServlet(
      BayeuxServerImpl server,
      Goodbyes goodbyes,
      BayeuxJson json,
      ObjectProvider<SessionOpener> sessionOpener,
      ObjectProvider<WebSocketUpgrade> upgrade,
      CometdSettings settings) {
    NotificationServlet servlet =
        new NotificationServlet(
            server,
            json,
            goodbyes,
            sessionOpener.stream().findFirst(),
            upgrade.stream().findFirst(),
            settings);
    var registration = new ServletRegistrationBean<>(servlet, ADDRESS, ADDRESS + "/*");
    registration.setName("notifications");
    registration.setLoadOnStartup(1);
    registration.setAsyncSupported(true);
    return registration;
  }

  @Bean
  HeldPolls heldPolls(BayeuxServerImpl server) {
    return new HeldPolls(server);
  }
}
