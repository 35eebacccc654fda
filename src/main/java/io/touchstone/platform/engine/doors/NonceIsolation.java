package io.touchstone.platform.engine.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda keeps the nonce of its content security policy in the servlet context, where a concurrent
 * request overwrites it: the page then names another nonce than its header and stays blank. Here
 * each request keeps its own.
 */
final class NonceIsolation extends OncePerRequestFilter {

  private static final String NONCE = "org.camunda.bpm.csp.nonce";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new OwnNonce(request), response);
  }

  private static final class OwnNonce extends HttpServletRequestWrapper {

    private final ServletContext context;

    private OwnNonce(HttpServletRequest request) {
      super(request);
      this.context = proxy(ServletContext.class, contextOf(request));
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    public HttpSession getSession() {
      return isolated(super.getSession());
    }

    @Override
    public HttpSession getSession(boolean create) {
      return isolated(super.getSession(create));
    }

    private HttpSession isolated(HttpSession session) {
      if (session == null) {
        return null;
      }
      return proxy(
          HttpSession.class,
          (proxy, method, arguments) ->
              method.getName().equals("getServletContext")
                  ? context
                  : call(session, method, arguments));
    }

    private static InvocationHandler contextOf(HttpServletRequest request) {
      ServletContext shared = request.getServletContext();
      return (proxy, method, arguments) -> {
        if (arguments == null || !NONCE.equals(arguments[0])) {
          return call(shared, method, arguments);
        }
        switch (method.getName()) {
          case "setAttribute" -> request.setAttribute(NONCE, arguments[1]);
          case "removeAttribute" -> request.removeAttribute(NONCE);
          case "getAttribute" -> {
            return request.getAttribute(NONCE);
          }
          default -> {
            return call(shared, method, arguments);
          }
        }
        return null;
      };
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
  }
}
