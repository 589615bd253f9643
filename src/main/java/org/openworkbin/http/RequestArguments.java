package org.openworkbin.http;

import static java.util.Map.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openworkbin.refusal.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a resource method may take as parameters: the {@link Caller}, the {@link Body}, the {@link
 * TextBody}, the {@link Query}, the {@link ExternalUrl}, the {@link Repetition}, the {@link Fence},
 * the {@link KnownVersions}, the {@link ExpectedVersion}, the servlet request and response, and the
 * text of a {@link PathVariable}.
 */
@Component
final class RequestArguments implements HandlerMethodArgumentResolver {
  private final Map<Class<?>, Function<ServletWebRequest, Object>> sources;

  RequestArguments(ExternalUrls externalUrls) {
    this.sources =
        Map.ofEntries(
            entry(Caller.class, _ -> caller()),
            entry(Body.class, web -> RequestBodies.json(web.getRequest())),
            entry(TextBody.class, web -> RequestBodies.text(web.getRequest())),
            entry(Query.class, web -> Query.parse(web.getRequest().getQueryString())),
            entry(ExternalUrl.class, web -> externalUrls.of(web.getRequest())),
            entry(Repetition.class, web -> Repetition.of(caller(), web.getRequest())),
            entry(Fence.class, web -> Fence.of(web.getRequest())),
            entry(KnownVersions.class, web -> KnownVersions.of(web.getRequest())),
            entry(ExpectedVersion.class, web -> ExpectedVersion.of(web.getRequest())),
            entry(HttpServletRequest.class, ServletWebRequest::getRequest),
            entry(HttpServletResponse.class, ServletWebRequest::getResponse));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return isPathVariable(parameter) || sources.containsKey(parameter.getParameterType());
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer view,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    ServletWebRequest web = (ServletWebRequest) request;
    Function<ServletWebRequest, Object> source = sources.get(parameter.getParameterType());
    return source == null ? pathVariable(parameter, web) : source.apply(web);
  }

  private static boolean isPathVariable(MethodParameter parameter) {
    return parameter.getParameterType() == String.class
        && parameter.hasParameterAnnotation(PathVariable.class);
  }

  private static @Nullable Object pathVariable(MethodParameter parameter, ServletWebRequest web) {
    return web.getRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? variables.get(parameter.getParameterName())
        : null;
  }

  private static Caller caller() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && login.getPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw new Refusal.NotAuthenticated().asException();
  }
}
