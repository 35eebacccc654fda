package io.touchstone.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Headers that tell a browser what it must not do with our answers. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> securityHeadersFilter(
      @Value("${" + HttpsDefaults.HTTPS + ":false}") boolean https) {
    var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Headers(https));
    registration.addUrlPatterns("/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  private static final class Headers extends OncePerRequestFilter {

    private final boolean https;

    private Headers(boolean https) {
      this.https = https;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "same-origin");
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
      if (https) {
        response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
      }
      // Camunda's pages bring a policy with a nonce, which replaces this one.
      response.setHeader(
          "Content-Security-Policy",
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
      String path = request.getRequestURI();
      if (path.startsWith(Api.MACHINE + "/") || path.startsWith("/camunda/api/")) {
        // A controller that serves what never changes says so itself.
        response.setHeader("Cache-Control", "no-store");
      }
      chain.doFilter(request, response);
    }
  }
}
