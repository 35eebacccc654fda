package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a PostgreSQL of somebody else's, with two nodes. */
@Tag("slow")
class ExternalDatabaseTest {

  private static final String PASSWORD = "External-1";

  @TempDir Path folder;

  @Test
  void three_variables_replace_the_embedded_database_and_a_second_node_joins() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      String url = "jdbc:postgresql://localhost:" + server.getPort() + "/labels";
      prepare(server);
      Map<String, String> environment =
          Map.of(
              "TOUCHSTONE_DATABASE_URL", url,
              "TOUCHSTONE_DATABASE_USER", "touchstone",
              "TOUCHSTONE_DATABASE_PASSWORD", PASSWORD);
      Path data = folder.resolve("shared");
      try (var first =
              StartedApplication.start(data, environment, "--spring.profiles.active=demo");
          Connection database = DriverManager.getConnection(url, "touchstone", PASSWORD)) {
        first.await("ready url=");
        try (var second = StartedApplication.start(data, environment)) {
          second.await("ready url=");
          first.await("Worth trying next");
          DemoOutcome outcome = DemoOutcome.of(database, data);
          outcome.assertSound();
          assertThat(data.resolve("postgres")).doesNotExist();
          assertThat(second.output()).doesNotContain(PASSWORD, "\tat ");
          assertThat(first.output()).doesNotContain(PASSWORD, "\tat ");
          assertThat(Files.readString(data.resolve("first-run.txt"))).startsWith("admin ");
        }
      }
    }
  }

  private static void prepare(EmbeddedPostgres server) throws Exception {
    try (Connection admin = server.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("create role touchstone login password '" + PASSWORD + "'");
      statement.execute("create database labels owner touchstone");
    }
  }
}
