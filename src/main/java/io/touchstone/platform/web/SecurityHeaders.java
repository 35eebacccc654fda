package io.touchstone.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
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
      chain.doFilter(request, isData(request) ? new NotStored(response) : response);
    }

    private static boolean isData(HttpServletRequest request) {
      String path = request.getRequestURI();
      return path.startsWith(Api.MACHINE + "/") || path.startsWith("/camunda/api/");
    }
  }

  /** Data is kept in no cache, unless a controller says how long it stays the same. */
  private static final class NotStored extends HttpServletResponseWrapper {

    private NotStored(HttpServletResponse response) {
      super(response);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Override
    public void setHeader(String name, String value) {
      if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      } else if (value != null && value.contains("max-age")) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
