package io.touchstone.platform.database;

import io.touchstone.platform.StartRefused;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A killed application leaves its database server running; it would hold the cluster. */
final class OrphanedServer {

  private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private OrphanedServer() {}

  /**
   * Ends the server of that cluster, if one runs, and waits for its end.
   *
   * @throws StartRefused if it does not end
   */
  static void stop(File cluster) {
    Path pidFile = cluster.toPath().resolve("postmaster.pid");
    try {
      Optional<ProcessHandle> orphan = find(cluster, pidFile);
      if (orphan.isPresent()) {
        log.info("database_orphan_stopped pid={}", orphan.get().pid());
        orphan.get().destroy();
        orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new StartRefused(
          "A database process of an earlier run still holds " + cluster + " and does not stop.",
          "End that process (its number is the first line of " + pidFile + ") and start again.",
          e);
    }
  }

  private static Optional<ProcessHandle> find(File cluster, Path pidFile) throws IOException {
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    return Files.readAllLines(pidFile).stream()
        .findFirst()
        .map(String::trim)
        .filter(line -> line.matches("\\d{1,18}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(process -> isServerOf(process, cluster));
  }

  /** After a reboot the number may be any other process's, another cluster's server even. */
  private static boolean isServerOf(ProcessHandle process, File cluster) {
    ProcessHandle.Info info = process.info();
    return info.command().filter(command -> command.endsWith("postgres")).isPresent()
        && info.arguments()
            .map(arguments -> List.of(arguments).contains(cluster.getPath()))
            .orElse(true);
  }
}
