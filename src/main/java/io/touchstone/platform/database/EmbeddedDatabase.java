package io.touchstone.platform.database;

import io.touchstone.platform.DataFolder;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.crypto.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/**
 * A durable PostgreSQL below the data folder, for whoever has no server: every setting that makes
 * the library's test database fast and forgetful is turned back.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabase {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  @Bean(destroyMethod = "close")
  DataFolder.FolderLock dataFolderLock(DataFolder folder) {
    return folder.lock();
  }

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(
      DataFolder folder, DataFolder.FolderLock held, Secrets secrets) {
    refuseWhereItCannotRun();
    Path cluster = folder.resolve("postgres", "cluster");
    Path password = password(folder, secrets);
    Path unfinished = folder.resolve("postgres", "first-start-unfinished");
    try {
      clearUnfinished(cluster, unfinished);
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOverrideWorkingDirectory(folder.resolve("postgres", "binaries").toFile())
              .setPGStartupWait(Duration.ofSeconds(60))
              .setDataDirectoryCustomizer(EmbeddedDatabase::stopOrphan)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "localhost")
              .setServerConfig("max_connections", "50")
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", password.toString())
              .setConnectConfig("password", Files.readString(password).trim())
              .start();
      Files.deleteIfExists(unfinished);
      log.info("database_started kind=embedded port={} folder={}", postgres.getPort(), cluster);
      return postgres;
    } catch (IOException | IllegalStateException e) {
      throw new StartRefused(
          "The embedded PostgreSQL in " + cluster + " did not start: " + e.getMessage(),
          "Look at the lines above, free the folder or the disk, or set TOUCHSTONE_DATABASE_URL to"
              + " an existing server.",
          e);
    }
  }

  /**
   * A first start that was killed leaves half a cluster, which neither starts nor can be made
   * again. The marker stands from before the cluster is made until it has run: nothing is lost.
   */
  private static void clearUnfinished(Path cluster, Path marker) throws IOException {
    if (Files.exists(marker)) {
      stopOrphan(cluster.toFile());
      FileSystemUtils.deleteRecursively(cluster);
      log.info("database_half_made_removed folder={}", cluster);
    }
    if (Files.notExists(cluster)) {
      Files.writeString(marker, "The cluster beside this file has never run.\n");
    }
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres, DataFolder folder)
      throws IOException {
    String password = Files.readString(folder.resolve("postgres", "password")).trim();
    String url = postgres.getJdbcUrl("postgres", "postgres");
    return new Connection(url.replaceAll("[?].*", ""), "postgres", password);
  }

  private static Path password(DataFolder folder, Secrets secrets) {
    Path path = folder.resolve("postgres", "password");
    if (!Files.exists(path)) {
      folder.writeSecret(path, secrets.newPassword());
    }
    return path;
  }

  /** PostgreSQL refuses to run as root; the library then needs a user namespace. */
  private static void refuseWhereItCannotRun() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return;
    }
    try {
      Process probe = new ProcessBuilder("unshare", "-U", "true").start();
      if (probe.waitFor() == 0) {
        return;
      }
    } catch (IOException e) {
      log.debug("unshare is missing", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StartRefused(
        "The embedded PostgreSQL cannot run as root here: user namespaces are not allowed.",
        "Start as an ordinary user, or set TOUCHSTONE_DATABASE_URL to an existing server.");
  }

  /** A killed application leaves its database process running; it would hold the cluster. */
  private static void stopOrphan(File cluster) {
    Path pidFile = cluster.toPath().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
      Optional<ProcessHandle> orphan =
          ProcessHandle.of(pid).filter(process -> isServerOf(process, cluster));
      if (orphan.isPresent()) {
        log.warn("database_orphan_stopped pid={}", pid);
        orphan.get().destroy();
        orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new StartRefused(
          "A database process of an earlier run still holds " + cluster + " and does not stop.",
          "End that process (its number is the first line of " + pidFile + ") and start again.",
          e);
    }
  }

  /** After a reboot the number may be any other process's, another cluster's server even. */
  private static boolean isServerOf(ProcessHandle process, File cluster) {
    ProcessHandle.Info info = process.info();
    return info.command().filter(command -> command.endsWith("postgres")).isPresent()
        && info.arguments()
            .map(arguments -> List.of(arguments).contains(cluster.getPath()))
            .orElse(true);
  }

  record Connection(String url, String user, String password) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public String toString() {
      return "Connection[url=" + url + ", user=" + user + "]";
    }
  }
}
