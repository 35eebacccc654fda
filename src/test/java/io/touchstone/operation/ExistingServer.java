package io.touchstone.operation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** An organisation's own PostgreSQL with two roles, prepared as config/README.md says. */
final class ExistingServer implements AutoCloseable {

  static final String PASSWORD = "External-1";

  private final Optional<EmbeddedPostgres> own;
  private final int port;

  /** One that is started for this and removed afterwards. */
  ExistingServer() throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.builder().start();
    this.own = Optional.of(server);
    this.port = server.getPort();
  }

  /**
   * One that runs on this machine already and goes on.
   *
   * @param port where its superuser postgres logs in with the password postgres
   */
  ExistingServer(int port) {
    this.own = Optional.empty();
    this.port = port;
  }

  /** Makes an empty database, and the roles where they are not there yet. */
  void prepare(String database) throws SQLException {
    run(
        "postgres",
        """
        do $$ begin
          if to_regrole('touchstone') is null then
            create role touchstone_owner login password '%1$s';
            create role touchstone login password '%1$s';
            alter role touchstone set search_path to public;
          end if;
        end $$
        """
            .formatted(PASSWORD),
        "create database " + database + " owner touchstone_owner");
    run(database, "grant usage, create on schema public to touchstone");
  }

  String url(String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database;
  }

  /** What an operator sets to work with the two roles. */
  Map<String, String> environment(String database) {
    return Map.of(
        "TOUCHSTONE_DATABASE_URL",
        url(database),
        "TOUCHSTONE_DATABASE_USER",
        "touchstone",
        "TOUCHSTONE_DATABASE_PASSWORD",
        PASSWORD,
        "TOUCHSTONE_DATABASE_OWNER_USER",
        "touchstone_owner",
        "TOUCHSTONE_DATABASE_OWNER_PASSWORD",
        PASSWORD);
  }

  /** The same as settings. */
  Map<String, String> settings(String database) {
    return Map.of(
        "spring.datasource.url",
        url(database),
        "spring.datasource.username",
        "touchstone",
        "spring.datasource.password",
        PASSWORD,
        "spring.flyway.user",
        "touchstone_owner",
        "spring.flyway.password",
        PASSWORD);
  }

  /** Runs statements as the superuser. */
  void run(String database, String... statements) throws SQLException {
    try (Connection admin = connect(database);
        Statement statement = admin.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** As the programs of PostgreSQL take it from their environment. */
  Map<String, String> superuser() {
    return Map.of(
        "PGHOST", "localhost",
        "PGPORT", String.valueOf(port),
        "PGUSER", "postgres",
        "PGPASSWORD", "postgres");
  }

  /** As the superuser. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    if (own.isPresent()) {
      own.get().close();
    }
  }
}
