package org.openworkbin.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/** The outermost filter: whatever is thrown by anything behind it is answered in the envelope. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EnvelopeFilter implements Filter {
  private final ExceptionAnswers answers;

  EnvelopeFilter(ExceptionAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      refuseOddPaths((HttpServletRequest) request);
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException thrown) {
      Throwable reason = thrown;
      if (thrown instanceof ServletException wrapper && wrapper.getRootCause() != null) {
        reason = wrapper.getRootCause();
      }
      Optional<Answer> answer = answers.answer(reason);
      if (answer.isEmpty()
          || !AnswerWriter.replace(
              answer.get(), (HttpServletRequest) request, (HttpServletResponse) response)) {
        // Cuts the connection: a part must not look like the whole. Jetty logs no such exception.
        throw new EofException(thrown);
      }
    }
  }

  /**
   * The firewall refuses them too, but on the way there Spring fails: on path parameters that it
   * can't decode, and where another spelling of a servlet's address does not begin with it.
   */
  private static void refuseOddPaths(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean ofServlet = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
    if (path.indexOf(';') >= 0 || (ofServlet && !path.startsWith(request.getServletPath()))) {
      throw new RequestRejectedException("a path of another spelling");
    }
  }
}
