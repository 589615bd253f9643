package org.openworkbin.http;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Tells browsers what a page of another origin may do here. It answers every pre-flight, and puts
 * its headers on every answer to a listed origin, whoever gives it: a page can read a refusal, and
 * what Jetty itself says, only with them. That is why it stands before all filters.
 */
@Component
final class CrossOrigin extends Handler.Wrapper {
  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Origin");
  private static final String CSRF_HEADER = "X-CSRF-TOKEN";

  private final AllowedOrigins origins;
  private final RefusalAnswers refusals;
  private final CorsSettings settings;
  private final String allowedHeaders;
  private final String exposedHeaders;
  private final String allowedMethods;

  CrossOrigin(AllowedOrigins origins, RefusalAnswers refusals, CorsSettings settings) {
    this.origins = origins;
    this.refusals = refusals;
    this.settings = settings;
    Set<String> headers = new LinkedHashSet<>(settings.allowedHeaders());
    headers.add(CSRF_HEADER);
    this.allowedHeaders = String.join(",", headers);
    this.exposedHeaders = String.join(",", settings.exposedHeaders());
    this.allowedMethods = String.join(",", settings.allowedMethods());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    response.getHeaders().put(VARY);
    boolean listed = origin != null && origins.isListed(origin);
    if (listed) {
      allow(origin, response.getHeaders());
    }
    if (origin != null && isPreFlight(request)) {
      answerPreFlight(listed, response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private void allow(String origin, HttpFields.Mutable headers) {
    headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, exposedHeaders);
    if (settings.allowCredentials()) {
      headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
  }

  private static boolean isPreFlight(Request request) {
    return HttpMethod.OPTIONS.is(request.getMethod())
        && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
  }

  private void answerPreFlight(boolean listed, Response response, Callback callback) {
    Answer answer =
        listed ? Answer.done() : refusals.of(new Refusal.NotPermitted("pages of this origin"));
    HttpFields.Mutable headers = response.getHeaders();
    if (listed) {
      headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, allowedMethods);
      headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, allowedHeaders);
      headers.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, settings.maxAge().toSeconds());
    }
    response.setStatus(answer.httpStatus());
    headers.put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
  }
}
