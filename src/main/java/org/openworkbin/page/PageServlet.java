package org.openworkbin.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.openworkbin.refusal.Refusal;
import org.springframework.http.HttpHeaders;

/**
 * Sends the files of the page, with a policy under which a browser runs and loads nothing else: no
 * script or style in the markup, nothing from anywhere but this server, no markup made of text but
 * what lit-html's templates are, and an e-mail in its frame when it is purified.
 */
final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Of the one style that {@code page/src/view/letter/sheet.ts} gives to e-mails. */
  private static final String LETTER_STYLE =
      "'sha256-LO8odMyELw0F1JAqmBIUocp9mw/WnxhGbX7h/kud4DQ='";

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' " + LETTER_STYLE,
          "img-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types lit-html dompurify letter");

  private final transient PageFiles files;

  PageServlet(PageFiles files) {
    this.files = files;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    PageFile file =
        files.at(path).orElseThrow(() -> new Refusal.Unknown("resource", "").asException());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(HttpHeaders.ETAG, file.tag());
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    response.setHeader(
        HttpHeaders.CACHE_CONTROL,
        file.isLasting() ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    boolean packed = takesGzip(request);
    if (packed) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setContentLength(file.length(packed));
    file.send(packed, response.getOutputStream());
  }

  private static boolean takesGzip(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
  }
}
