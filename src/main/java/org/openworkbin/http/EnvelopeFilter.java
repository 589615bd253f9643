package org.openworkbin.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
      refusePathParameters((HttpServletRequest) request);
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException thrown) {
      Throwable reason = thrown;
      if (thrown instanceof ServletException wrapper && wrapper.getRootCause() != null) {
        reason = wrapper.getRootCause();
      }
      Optional<Answer> answer = answers.answer(reason);
      if (answer.isEmpty() || !AnswerWriter.replace(answer.get(), (HttpServletResponse) response)) {
        // Cuts the connection: a part must not look like the whole. Jetty logs no such exception.
        throw new EofException(thrown);
      }
    }
  }

  /** The firewall refuses them too, but on the way there Spring fails on those it can't decode. */
  private static void refusePathParameters(HttpServletRequest request) {
    if (request.getRequestURI().indexOf(';') >= 0) {
      throw new RequestRejectedException("a semicolon in the path");
    }
  }
}
