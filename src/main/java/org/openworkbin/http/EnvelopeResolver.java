package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what a resource throws; an exception after the answer has begun is left to the server.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EnvelopeResolver implements HandlerExceptionResolver {
  private final ExceptionAnswers answers;

  EnvelopeResolver(ExceptionAnswers answers) {
    this.answers = answers;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object resource,
      Exception thrown) {
    if (response.isCommitted()) {
      return null;
    }
    Optional<Answer> answer = answers.answer(thrown);
    if (answer.isEmpty()) {
      return null;
    }
    try {
      AnswerWriter.replace(answer.get(), request, response);
    } catch (IOException gone) {
      return null;
    }
    return new ModelAndView();
  }
}
