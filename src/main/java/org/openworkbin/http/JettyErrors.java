package org.openworkbin.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The errors that Jetty answers by itself, before and beside every filter, in the envelope:
 * requests that it can't read, and what a servlet sent as an error.
 */
final class JettyErrors {
  private JettyErrors() {}

  /** For requests that reach no application. */
  static final class OfServer extends org.eclipse.jetty.server.handler.ErrorHandler {
    private final ExceptionAnswers answers;

    OfServer(ExceptionAnswers answers) {
      this.answers = answers;
    }

    @Override
    public boolean errorPageForMethod(@Nullable String method) {
      return true;
    }

    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        @Nullable String message,
        @Nullable Throwable cause,
        Callback callback) {
      send(answers, response, code, cause, callback);
    }
  }

  /** For errors inside the application. */
  static final class OfContext extends org.eclipse.jetty.ee11.servlet.ErrorHandler {
    private final ExceptionAnswers answers;

    OfContext(ExceptionAnswers answers) {
      this.answers = answers;
    }

    @Override
    public boolean errorPageForMethod(@Nullable String method) {
      return true;
    }

    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        @Nullable String message,
        @Nullable Throwable cause,
        Callback callback) {
      send(answers, response, code, cause, Callback.NOOP);
      ServletContextRequest servlet = Request.as(request, ServletContextRequest.class);
      if (servlet != null && servlet.getServletChannel().getCallback() != null) {
        servlet.getServletChannel().sendErrorResponseAndComplete();
      }
    }
  }

  private static void send(
      ExceptionAnswers answers,
      Response response,
      int code,
      @Nullable Throwable cause,
      Callback callback) {
    Answer answer =
        code == 500 && cause != null && !(cause instanceof HttpException)
            ? answers.answer(cause).orElseGet(() -> answers.ofStatus(code))
            : answers.ofStatus(code);
    response.setStatus(answer.httpStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
  }
}
