package org.openworkbin.description;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openworkbin.http.ExternalUrls;
import org.openworkbin.refusal.Refusal;

/**
 * Serves the description and the pages that show it, to everybody: they hold no secret. No page
 * needs anything from another place, and the browser is told to run nothing else.
 */
final class DescriptionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String API = "/api/v2/";
  private static final String DOCS = "docs";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final transient Pages pages = new Pages();
  private final transient ExternalUrls urls;

  DescriptionServlet(ExternalUrls urls) {
    this.urls = urls;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw new Refusal.MethodNotAllowed(request.getMethod()).asException();
    }
    String path = request.getRequestURI().substring(API.length());
    if (path.equals(DOCS)) {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", urls.of(request).uri("/docs/index.html"));
      return;
    }
    Page page =
        pages.at(path).orElseThrow(() -> new Refusal.Unknown("resource", path).asException());
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("ETag", page.tag());
    if (page.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(page.contentType());
    response.setContentLength(page.content().length);
    response.getOutputStream().write(page.content());
  }
}
