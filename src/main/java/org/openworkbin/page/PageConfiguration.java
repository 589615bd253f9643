package org.openworkbin.page;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the page its addresses: the root, and what it loads from there. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

  /** The empty mapping is the root alone. */
  @Bean
  ServletRegistrationBean<PageServlet> page(PageFiles files) {
    ServletRegistrationBean<PageServlet> page =
        new ServletRegistrationBean<>(
            new PageServlet(files), "", "/index.html", "/icon.svg", "/licences.txt", "/assets/*");
    page.setName("page");
    return page;
  }
}
