package io.touchstone.audit;

import io.touchstone.platform.TouchstoneSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends each seal to a syslog server (RFC 5424), by UDP (RFC 5426) or by TCP with the length before
 * the message (RFC 6587, 3.4.1). A server that does not answer holds nothing up.
 */
@Component
class SealSender {

  private static final Logger log = LoggerFactory.getLogger(SealSender.class);

  /** Facility 13, log audit, times eight, and severity 6, informational. */
  private static final int PRIORITY = 13 * 8 + 6;

  private static final int LIMIT_MILLIS = 2_000;

  private final Optional<URI> server;

  SealSender(TouchstoneSettings settings) {
    this.server = settings.audit().syslogServer();
  }

  /** Does nothing where no server is set. */
  void send(Seal seal) {
    server.ifPresent(
        address -> {
          try {
            send(address, message(seal));
          } catch (IOException e) {
            log.warn(
                "audit_seal_not_sent seal={} server={} because={}",
                seal.number(),
                address,
                e.getClass().getSimpleName());
          }
        });
  }

  private static byte[] message(Seal seal) throws IOException {
    return "<%d>1 %s %s touchstone %d audit_sealed - seal=%d events=%d hash=%s"
        .formatted(
            PRIORITY,
            seal.at(),
            InetAddress.getLocalHost().getHostName(),
            ProcessHandle.current().pid(),
            seal.number(),
            seal.events().size(),
            seal.hash())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void send(URI server, byte[] message) throws IOException {
    InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
    if (server.getScheme().equals("udp")) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.send(new DatagramPacket(message, message.length, address));
      }
      return;
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, LIMIT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
      out.write(message);
      out.flush();
    }
  }
}
