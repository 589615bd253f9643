package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Calls resource methods, which take {@link RequestArguments} and return an {@link Answer}. Without
 * the models, views, binders and asynchronous results that Spring MVC prepares for each call: they
 * cost as much as everything else around a call, and nothing here uses them.
 */
final class AnswerAdapter extends RequestMappingHandlerAdapter {
  private final HandlerMethodArgumentResolverComposite arguments =
      new HandlerMethodArgumentResolverComposite();

  private final CallFrame frame;

  AnswerAdapter(RequestArguments arguments, CallFrame frame) {
    this.arguments.addResolver(arguments);
    this.frame = frame;
  }

  @Override
  protected @Nullable ModelAndView invokeHandlerMethod(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
      throws Exception {
    InvocableHandlerMethod call = new FramedCall(method);
    call.setHandlerMethodArgumentResolvers(arguments);
    Object result = call.invokeForRequest(new ServletWebRequest(request, response), null);
    AnswerWriter.write(answer(result), response);
    return null;
  }

  private final class FramedCall extends InvocableHandlerMethod {
    FramedCall(HandlerMethod method) {
      super(method);
    }

    @Override
    protected @Nullable Object doInvoke(@Nullable Object... values) throws Exception {
      return hasMethodAnnotation(Unframed.class)
          ? super.doInvoke(values)
          : frame.within(() -> super.doInvoke(values));
    }
  }

  private static Answer answer(@Nullable Object result) {
    return switch (result) {
      case Answer answer -> answer;
      // Spring MVC's own answer to OPTIONS
      case HttpHeaders headers -> Answer.done().header("Allow", allowed(headers));
      case null, default -> throw new IllegalStateException("a resource returns an Answer");
    };
  }

  private static String allowed(HttpHeaders headers) {
    return String.join(", ", headers.getOrEmpty(HttpHeaders.ALLOW));
  }
}
