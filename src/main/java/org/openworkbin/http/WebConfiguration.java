package org.openworkbin.http;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Wires Spring MVC so that resources take {@link RequestArguments} and return answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  HttpSettings.class,
  SecuritySettings.class,
  CorsSettings.class,
  ProxySettings.class
})
class WebConfiguration {

  @Bean
  WebMvcRegistrations webMvcRegistrations(
      RequestArguments arguments, ObjectProvider<CallFrame> frames) {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new AnswerAdapter(arguments, frames.getIfAvailable(() -> CallFrame.NONE));
      }
    };
  }

  /** The dispatcher servlet does the same once more; every request would pay for both. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
    FilterRegistrationBean<RequestContextFilter> none =
        new FilterRegistrationBean<>(new RequestContextFilter());
    none.setEnabled(false);
    return none;
  }
}
