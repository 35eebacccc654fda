package io.touchstone.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * What a start that was killed before the database ever ran has left: half a cluster neither starts
 * nor can be made again. A marker stands from before the cluster is made until it has run, so what
 * is removed has never held anything.
 */
final class UnfinishedSetup {

  private static final Logger log = LoggerFactory.getLogger(UnfinishedSetup.class);

  private final Path cluster;
  private final Path marker;

  /**
   * @param marker a file beside the cluster
   */
  UnfinishedSetup(Path cluster, Path marker) {
    this.cluster = cluster;
    this.marker = marker;
  }

  /** Before the cluster is made or started. */
  void begin() throws IOException {
    if (Files.exists(marker) && Files.exists(cluster)) {
      OrphanedServer.stop(cluster.toFile());
      FileSystemUtils.deleteRecursively(cluster);
      log.info("database_half_made_removed folder={}", cluster);
    }
    if (Files.notExists(cluster)) {
      Files.writeString(marker, "The cluster beside this file has never run.\n");
    }
  }

  /** When the database answers. */
  void end() throws IOException {
    Files.deleteIfExists(marker);
  }

  /**
   * Removes programs that were unpacked in part: the library marks a folder as whole by a file in
   * it, and would unpack over the rest.
   */
  static void removeHalfUnpacked(Path binaries) throws IOException {
    if (Files.notExists(binaries)) {
      return;
    }
    try (Stream<Path> folders = Files.list(binaries)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (Files.notExists(folder.resolve(".exists"))) {
          FileSystemUtils.deleteRecursively(folder);
          log.info("database_programs_half_unpacked_removed folder={}", folder);
        }
      }
    }
  }
}
