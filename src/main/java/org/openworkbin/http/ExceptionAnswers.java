package org.openworkbin.http;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What each exception is answered with. Nothing of an exception's message gets to a client.
 * Thread-safe.
 */
@Component
final class ExceptionAnswers {
  private final RefusalAnswers refusals;
  private final Faults faults;

  ExceptionAnswers(RefusalAnswers refusals, Faults faults) {
    this.refusals = refusals;
    this.faults = faults;
  }

  /** The answer, or empty where the client is gone and nobody is there to read one. */
  Optional<Answer> answer(Throwable thrown) {
    return switch (thrown) {
      case RefusedException refused -> Optional.of(refusals.of(refused.refusal()));
      case NoHandlerFoundException _ -> Optional.of(noSuchResource());
      case NoResourceFoundException _ -> Optional.of(noSuchResource());
      case HttpRequestMethodNotSupportedException method -> Optional.of(wrongMethod(method));
      case RequestRejectedException _ -> Optional.of(ofStatus(400));
      case HttpException bad -> Optional.of(ofStatus(bad.getCode()));
      case BrokenRequestException broken -> broken(broken.getCause());
      case EofException _ -> Optional.empty();
      default -> Optional.of(faults.answer(thrown));
    };
  }

  private Optional<Answer> broken(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpException bad -> Optional.of(ofStatus(bad.getCode()));
      case TimeoutException _ -> Optional.of(ofStatus(408));
      case null -> Optional.empty();
      default -> broken(cause.getCause());
    };
  }

  /** The answer to what the server itself refuses with that HTTP status. */
  Answer ofStatus(int httpStatus) {
    return switch (httpStatus) {
      case 401, 403 -> refusals.of(new Refusal.NotPermitted("this"));
      case 404 -> noSuchResource();
      case 405, 501 -> refusals.of(new Refusal.MethodNotAllowed(""));
      case 413 -> refusals.of(new Refusal.TooLarge(RequestBodies.LIMIT));
      case 415 -> refusals.of(new Refusal.UnsupportedMediaType("", "application/json"));
      case 408 -> RefusalAnswers.error(408, 2, "The request did not come to its end in time");
      case 414 -> RefusalAnswers.error(414, 10, "The URL is too long");
      case 505 -> RefusalAnswers.error(400, 2, "This server speaks HTTP/1.1");
      case 431 -> RefusalAnswers.error(431, 10, "The headers are too large");
      case 503 -> RefusalAnswers.error(503, 4, "The service is not available at the moment");
      default ->
          httpStatus >= 400 && httpStatus < 500
              ? RefusalAnswers.error(httpStatus, 2, "The request is not well formed")
              : RefusalAnswers.error(httpStatus, 4, "An internal error");
    };
  }

  private Answer noSuchResource() {
    return refusals.of(new Refusal.Unknown("resource", ""));
  }

  private Answer wrongMethod(HttpRequestMethodNotSupportedException refused) {
    Answer answer = refusals.of(new Refusal.MethodNotAllowed(refused.getMethod()));
    String[] allowed = refused.getSupportedMethods();
    return allowed == null ? answer : answer.header("Allow", String.join(", ", allowed));
  }
}
