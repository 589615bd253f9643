package org.openworkbin.description;

import org.openworkbin.http.ExternalUrls;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the description its addresses. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

  @Bean
  ServletRegistrationBean<DescriptionServlet> descriptionServlet(ExternalUrls urls) {
    var registration =
        new ServletRegistrationBean<>(
            new DescriptionServlet(urls),
            "/api/v2/openapi.yaml",
            "/api/v2/openapi.json",
            "/api/v2/docs",
            "/api/v2/docs/*");
    registration.setName("description");
    return registration;
  }
}
