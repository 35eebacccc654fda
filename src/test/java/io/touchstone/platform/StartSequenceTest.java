package io.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** The web server alone, with steps that look whether it can be reached. */
class StartSequenceTest {

  private static final List<String> SEEN = new ArrayList<>();
  private static int port;

  @Configuration
  @Import(StartSequence.class)
  static class Server {

    @Bean
    TomcatServletWebServerFactory tomcat() {
      return new TomcatServletWebServerFactory(port);
    }

    @Bean
    @Order(2)
    StartStep second() {
      return () -> SEEN.add("second, reached: " + isReached());
    }

    @Bean
    @Order(1)
    StartStep first() {
      return () -> SEEN.add("first, reached: " + isReached());
    }
  }

  @Test
  void nobody_reaches_the_port_before_all_that_a_start_stores_is_stored_in_its_order()
      throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    try (var context =
        new SpringApplicationBuilder(Server.class).web(WebApplicationType.SERVLET).run()) {
      assertThat(context.isRunning()).isTrue();
      assertThat(SEEN).containsExactly("first, reached: false", "second, reached: false");
      assertThat(isReached()).isTrue();
    }
  }

  private static boolean isReached() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
