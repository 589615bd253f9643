package org.openworkbin.push.cometd;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
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
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.setSecurityPolicy(new ListenOnly());
    for (String channel : ListenOnly.CHANNELS) {
      server.createChannelIfAbsent(channel, new ConfigurableServerChannel.Initializer.Persistent());
    }
    if (settings.acknowledge()) {
      server.addExtension(new AcknowledgedMessagesExtension());
    }
    return server;
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
