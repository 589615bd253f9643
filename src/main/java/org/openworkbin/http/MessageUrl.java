package org.openworkbin.http;

import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * What every {@code uri} in a message begins with. A message is made once for many receivers, so it
 * cannot follow the address of a request: it is as set, else this machine's own. Thread-safe.
 */
@Component
public final class MessageUrl implements ApplicationListener<WebServerInitializedEvent> {
  private final Optional<ExternalUrl> fixed;
  private volatile ExternalUrl own = new ExternalUrl("http://localhost");

  public MessageUrl(HttpSettings settings) {
    this.fixed = ExternalUrls.fixed(settings);
  }

  /** The prefix as it is now. */
  public ExternalUrl now() {
    return fixed.orElse(own);
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    own = new ExternalUrl("http://localhost:" + event.getWebServer().getPort());
  }
}
