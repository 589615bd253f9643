package org.openworkbin.http;

import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/** Sets Jetty up so that whatever it does by itself keeps to the wire format too. */
@Configuration(proxyBeanMethods = false)
class JettyConfiguration implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
  private final ExceptionAnswers answers;
  private final ClosingGate gate;
  private final CrossOrigin crossOrigin;
  private final ProxySettings proxies;

  JettyConfiguration(
      ExceptionAnswers answers, ClosingGate gate, CrossOrigin crossOrigin, ProxySettings proxies) {
    this.answers = answers;
    this.gate = gate;
    this.crossOrigin = crossOrigin;
    this.proxies = proxies;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addServerCustomizers(this::customize);
    factory.addConfigurations(new ContextErrors(answers));
    factory.setRegisterDefaultServlet(false);
  }

  private void customize(Server server) {
    server.setErrorHandler(new JettyErrors.OfServer(answers));
    gate.setHandler(server.getHandler());
    crossOrigin.setHandler(gate);
    server.setHandler(crossOrigin);
    for (Connector connector : server.getConnectors()) {
      HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
      HttpConfiguration configuration = http.getHttpConfiguration();
      configuration.addCustomizer(new TrailingSlash());
      configuration.addCustomizer(new CommonHeaders());
      if (!proxies.trusted().isEmpty()) {
        configuration.addCustomizer(new ProxiedAddress(proxies));
      }
    }
  }

  /** Comes after Spring Boot's own, which would answer in HTML. */
  private static final class ContextErrors extends AbstractConfiguration {
    private final ExceptionAnswers answers;

    ContextErrors(ExceptionAnswers answers) {
      super(new Builder());
      this.answers = answers;
    }

    @Override
    public void configure(WebAppContext context) {
      context.setErrorHandler(new JettyErrors.OfContext(answers));
    }
  }
}
