package org.openworkbin.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Reads {@code /api/v2/me/?…} as {@code /api/v2/me?…}, before anything else looks at the URL. */
final class TrailingSlash implements HttpConfiguration.Customizer {

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    String path = request.getHttpURI().getPath();
    if (path == null || path.length() < 2 || path.charAt(path.length() - 1) != '/') {
      return request;
    }
    HttpURI trimmed =
        HttpURI.build(request.getHttpURI())
            .path(path.substring(0, path.length() - 1))
            .asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpURI getHttpURI() {
        return trimmed;
      }
    };
  }
}
