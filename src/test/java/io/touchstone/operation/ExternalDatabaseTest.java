package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a PostgreSQL of somebody else's, with two nodes. */
@Tag("slow")
class ExternalDatabaseTest {

  private static final String PASSWORD = ExistingServer.PASSWORD;

  @TempDir Path folder;

  @Test
  void three_variables_replace_the_embedded_database_and_a_second_node_joins() throws Exception {
    try (ExistingServer server = new ExistingServer()) {
      server.prepare("labels");
      Map<String, String> environment = server.environment("labels");
      Path data = folder.resolve("shared");
      try (var first =
              StartedApplication.start(data, environment, "--spring.profiles.active=demo");
          Connection database =
              DriverManager.getConnection(server.url("labels"), "touchstone", PASSWORD)) {
        first.await("ready url=");
        try (var second = StartedApplication.start(data, environment)) {
          second.await("ready url=");
          first.await("Worth trying next");
          DemoOutcome outcome = DemoOutcome.of(database, data);
          outcome.assertSound();
          assertThat(data.resolve("postgres")).doesNotExist();
          assertThat(second.output()).doesNotContain(PASSWORD, "\tat ");
          assertThat(first.output())
              .doesNotContain(PASSWORD, "\tat ", "database_role_unrestricted");
          assertThat(Files.readString(data.resolve("first-run.txt"))).startsWith("admin ");
        }
      }
    }
  }

  @Test
  void one_role_for_owner_and_application_works_and_the_start_says_so() throws Exception {
    try (ExistingServer server = new ExistingServer()) {
      server.run(
          "postgres",
          "create role touchstone login password '" + PASSWORD + "'",
          "create database labels owner touchstone");
      Map<String, String> environment =
          Map.of(
              "TOUCHSTONE_DATABASE_URL",
              server.url("labels"),
              "TOUCHSTONE_DATABASE_USER",
              "touchstone",
              "TOUCHSTONE_DATABASE_PASSWORD",
              PASSWORD);
      try (var application = StartedApplication.start(folder.resolve("one-role"), environment)) {
        application.await("ready url=");
        assertThat(application.output()).contains("database_role_unrestricted");
      }
    }
  }
}
