package io.touchstone.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.Settings;
import io.touchstone.platform.AuditSettings;
import io.touchstone.platform.StartRefused;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A seal at a syslog server")
class SealSenderTest {

  private static final String HASH = "c".repeat(64);
  private static final Seal SEAL =
      new Seal(
          7,
          Instant.parse("2026-03-01T10:00:00.123456Z"),
          List.of(4L, 5L),
          "a".repeat(64),
          "b".repeat(64),
          HASH,
          "d".repeat(64));

  /** Header of RFC 5424, section 6: priority 110 is facility 13, severity 6; then the message. */
  private static final String MESSAGE =
      "<110>1 2026-03-01T10:00:00\\.123456Z \\S+ touchstone \\d+ audit_sealed - seal=7 events=2"
          + " hash="
          + HASH;

  @Test
  void arrives_as_a_datagram() throws Exception {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(5_000);
      sender("udp://127.0.0.1:" + server.getLocalPort()).send(SEAL);
      DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
      server.receive(packet);

      assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
          .matches(MESSAGE);
    }
  }

  @Test
  void arrives_over_tcp_behind_its_length() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(5_000);
      sender("tcp://127.0.0.1:" + server.getLocalPort()).send(SEAL);
      try (Socket client = server.accept()) {
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] parts = said.split(" ", 2);

        assertThat(parts[1]).matches(MESSAGE).hasSize(Integer.parseInt(parts[0]));
      }
    }
  }

  @Test
  void is_given_up_where_nobody_listens() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0)) {
      port = server.getLocalPort();
    }
    long began = System.nanoTime();
    sender("tcp://127.0.0.1:" + port).send(SEAL);

    assertThat((System.nanoTime() - began) / 1e9).isLessThan(5);
  }

  @Test
  void another_kind_of_address_refuses_the_start() {
    assertThatThrownBy(() -> new AuditSettings("", "loghost:514"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("touchstone.audit.syslog");
  }

  private static SealSender sender(String server) {
    return new SealSender(Settings.of("data", "target", "audit.syslog", server));
  }
}
