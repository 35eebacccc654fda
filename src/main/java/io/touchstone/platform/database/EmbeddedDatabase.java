package io.touchstone.platform.database;

import io.touchstone.platform.DataFolder;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.crypto.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A durable PostgreSQL below the data folder, for whoever has no server: every setting that makes
 * the library's test database fast and forgetful is turned back.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabase {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  @Bean(destroyMethod = "close")
  DataFolder.FolderLock dataFolderLock(DataFolder folder) {
    return folder.lock();
  }

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(
      DataFolder folder, DataFolder.FolderLock held, Secrets secrets) {
    MovedAway.of(folder).refuseStart();
    return start(folder, secrets);
  }

  /**
   * Starts the server over the cluster of a data folder that this process holds; makes the cluster
   * where there is none.
   *
   * @throws StartRefused if it does not start
   */
  static EmbeddedPostgres start(DataFolder folder, Secrets secrets) {
    refuseWhereItCannotRun();
    Path cluster = folder.resolve("postgres", "cluster");
    Path password = password(folder, secrets);
    Path binaries = folder.resolve("postgres", "binaries");
    UnfinishedSetup setup =
        new UnfinishedSetup(cluster, folder.resolve("postgres", "first-start-unfinished"));
    try {
      UnfinishedSetup.removeHalfUnpacked(binaries);
      setup.begin();
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOverrideWorkingDirectory(binaries.toFile())
              .setPGStartupWait(Duration.ofSeconds(60))
              .setDataDirectoryCustomizer(OrphanedServer::stop)
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
      setup.end();
      log.info("database_started kind=embedded port={} folder={}", postgres.getPort(), cluster);
      return postgres;
    } catch (IOException | IllegalStateException e) {
      throw new StartRefused(
          "The embedded PostgreSQL in " + cluster + " did not start: " + e.getMessage(),
          "Free the folder or the disk, start with --logging.level.io.zonky.test=info to see what"
              + " PostgreSQL says, or set TOUCHSTONE_DATABASE_URL to an existing server.",
          e);
    }
  }

  /** Closed before the server, on which it depends. */
  @Bean(destroyMethod = "close")
  LostDatabase lostDatabase(EmbeddedPostgres server, DataFolder folder) throws IOException {
    return LostDatabase.watch(folder.resolve("postgres", "cluster"));
  }

  @Bean
  EmbeddedRoles.Logins embeddedLogins(EmbeddedPostgres postgres, DataFolder folder, Secrets secrets)
      throws IOException, SQLException {
    return EmbeddedRoles.prepare(superuser(postgres, folder), secrets);
  }

  /** How the superuser of the embedded server logs in. */
  static Connection superuser(EmbeddedPostgres postgres, DataFolder folder) throws IOException {
    String password = Files.readString(folder.resolve("postgres", "password")).trim();
    String url = postgres.getJdbcUrl("postgres", "postgres").replaceAll("[?].*", "");
    return new Connection(url, "postgres", password);
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(EmbeddedRoles.Logins logins) {
    return logins.application();
  }

  @Bean
  FlywayConnectionDetails embeddedOwner(EmbeddedRoles.Logins logins) {
    return new Owner(logins.owner().user(), logins.owner().password(), logins.owner().url());
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

  /**
   * Who migrates.
   *
   * @param user null where the application's own role does
   */
  record Owner(String user, String password, String url) implements FlywayConnectionDetails {

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
      return "Owner[user=" + user + "]";
    }
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
