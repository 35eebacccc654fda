package io.touchstone.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the newest seal of the audit trail goes beside the database, {@code touchstone.audit.*}.
 *
 * @param newestSeal file that holds it; below the data folder when empty
 * @param syslog server that every seal is sent to, {@code udp://host:514} or {@code
 *     tcp://host:601}; none when empty
 */
public record AuditSettings(@DefaultValue("") String newestSeal, @DefaultValue("") String syslog) {

  /** Nothing is set. */
  public static final AuditSettings DEFAULT = new AuditSettings("", "");

  /**
   * @throws StartRefused if the server's address is none
   */
  public AuditSettings {
    if (!syslog.isBlank() && !isServer(syslog)) {
      throw new StartRefused(
          "The setting touchstone.audit.syslog is no address of a syslog server: " + syslog + ".",
          "Write it as udp://host:514 or tcp://host:601.");
    }
  }

  private static boolean isServer(String syslog) {
    try {
      URI address = URI.create(syslog);
      return ("udp".equals(address.getScheme()) || "tcp".equals(address.getScheme()))
          && address.getHost() != null
          && address.getPort() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public Optional<Path> newestSealFile() {
    return Optional.of(newestSeal).filter(text -> !text.isBlank()).map(Path::of);
  }

  public Optional<URI> syslogServer() {
    return Optional.of(syslog).filter(text -> !text.isBlank()).map(URI::create);
  }
}
