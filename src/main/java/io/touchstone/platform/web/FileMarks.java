package io.touchstone.platform.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Files of the product's pages carry a mark of their content. Browsers ask with it each time, so
 * that after an upgrade nobody works on with the scripts of before, and what is the same is not
 * sent again.
 */
@Configuration(proxyBeanMethods = false)
class FileMarks {

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> fileMarksFilter() {
    ShallowEtagHeaderFilter marks = new ShallowEtagHeaderFilter();
    // A strong mark would have the container send everything uncompressed.
    marks.setWriteWeakETag(true);
    var registration = new FilterRegistrationBean<>(marks);
    registration.addUrlPatterns("/workbench/*", "/webjars/*");
    return registration;
  }
}
