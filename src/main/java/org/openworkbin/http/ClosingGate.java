package org.openworkbin.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Turns requests away with 503 from the moment on that the application begins to stop. Spring Boot
 * stops the server in the first instant without a request under way, and connections that are open
 * go on bringing them: one that came right then would be decided and its answer be cut off.
 */
@Component
final class ClosingGate extends GracefulHandler implements ApplicationListener<ContextClosedEvent> {

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    var _ = shutdown();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isShutdown()) {
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    }
    return super.handle(request, response, callback);
  }
}
