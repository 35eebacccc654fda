package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each reason not to start, by really starting: two sentences, no stack trace, an exit code. One
 * application runs meanwhile; what needs a database starts as a second node on that one's.
 */
@Tag("slow")
class StartRefusalTest {

  private static final String SECRET = "Never-Show-This-1";

  @TempDir static Path folder;
  private static StartedApplication running;

  @BeforeAll
  static void one_application_runs() {
    running = StartedApplication.start(folder.resolve("running"), Map.of());
    running.await("ready url=");
  }

  @AfterAll
  static void it_stops() {
    running.close();
  }

  @Test
  void a_database_that_does_not_answer() {
    refused(
        Map.of(
            "TOUCHSTONE_DATABASE_URL", "jdbc:postgresql://localhost:1/labels",
            "TOUCHSTONE_DATABASE_USER", "touchstone",
            "TOUCHSTONE_DATABASE_PASSWORD", SECRET),
        "The database jdbc:postgresql://localhost:1/labels cannot be reached as user"
            + " \"touchstone\"",
        "Check that the server runs");
  }

  @Test
  void a_database_password_that_is_wrong() {
    Map<String, String> environment = secondNode();
    environment.put("TOUCHSTONE_DATABASE_PASSWORD", SECRET);
    refused(
        environment,
        "refuses the login of user \"postgres\"",
        "TOUCHSTONE_DATABASE_PASSWORD and the server's pg_hba.conf");
  }

  @Test
  void an_address_that_is_no_postgresql() {
    refused(
        Map.of("TOUCHSTONE_DATABASE_URL", "jdbc:mysql://root:" + SECRET + "@localhost/labels"),
        "TOUCHSTONE_DATABASE_URL is no address of a PostgreSQL database:"
            + " jdbc:mysql://localhost/labels.",
        "Write it as jdbc:postgresql://host:5432/database.");
  }

  @Test
  void a_data_folder_that_another_process_holds() throws IOException {
    long holder = Long.parseLong(Files.readString(running.data().resolve("touchstone.lock")));
    assertThat(ProcessHandle.of(holder)).isPresent();
    refused(
        Map.of("TOUCHSTONE_DATA", running.data().toString()),
        "The data folder " + running.data() + " is in use by process " + holder + ".",
        "Stop that process, or set TOUCHSTONE_DATA to another folder.");
  }

  @Test
  void a_data_folder_that_cannot_be_written() throws IOException {
    Path file = Files.createTempFile(folder, "no-folder", "");
    refused(
        Map.of("TOUCHSTONE_DATA", file.resolve("data").toString()),
        "The data folder " + file.resolve("data") + " cannot be created or written by user",
        "set TOUCHSTONE_DATA to a folder that is.");
  }

  @Test
  void a_port_in_use() {
    String port = running.await("ready url=\\S+ port=(\\d+)");
    Map<String, String> environment = secondNode();
    environment.put("SERVER_PORT", port);
    refused(environment, "Port " + port + " is in use", "SERVER_PORT=");
  }

  @Test
  void a_master_key_that_is_not_the_databases() {
    Map<String, String> environment = secondNode();
    environment.put("TOUCHSTONE_MASTER_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    refused(
        environment,
        "The master key in TOUCHSTONE_MASTER_KEY is not the one that this database was filled"
            + " under.",
        "Put back the right key");
  }

  @Test
  void a_master_key_that_is_none() {
    refused(
        Map.of("TOUCHSTONE_MASTER_KEY", SECRET),
        "The setting touchstone.master-key does not hold the base64 of 32 bytes.",
        "Put back the key");
  }

  @Test
  void a_process_that_calls_what_does_not_exist() throws IOException {
    Path processes = copy(Path.of("processes"), folder.resolve("processes"));
    replace(
        processes.resolve("ingestion.bpmn"),
        "delegateExpression=\"${",
        "delegateExpression=\"${mistyped");
    refused(
        secondNode(),
        "processes/ingestion.bpmn",
        "Open them in Camunda Modeler",
        "--touchstone.processes=" + processes);
  }

  @Test
  void a_decision_table_that_is_no_xml() throws IOException {
    Path processes = copy(Path.of("processes"), folder.resolve("tables"));
    replace(processes.resolve("gates/gate-quality.dmn"), "</decision>", "</decisoin>");
    refused(
        secondNode(),
        "processes/gates/gate-quality.dmn",
        "Open them in Camunda Modeler",
        "--touchstone.processes=" + processes);
  }

  @Test
  void a_project_with_a_misspelt_key() throws IOException {
    Path projects = copy(Path.of("config/demo/projects"), folder.resolve("misspelt"));
    Path description = projects.resolve("support-tickets/project.yaml");
    int line = 1 + Files.readAllLines(description).indexOf("skill: support-tickets");
    replace(description, "\nskill:", "\nskil:");
    refused(
        secondNode(),
        "support-tickets/project.yaml: line " + line + ": the key \"skil\" is not known",
        "Mend the file and start again.",
        "--touchstone.projects=" + projects);
  }

  @Test
  void a_gold_item_with_a_label_that_does_not_exist() throws IOException {
    Path projects = copy(Path.of("config/demo/projects"), folder.resolve("gold"));
    Path gold = projects.resolve("support-tickets/gold.jsonl");
    replace(gold, "\"label\": \"billing\"", "\"label\": \"bills\"");
    refused(
        secondNode(),
        "support-tickets/gold.jsonl: line 1: the label is none of the project's labels.",
        "Mend the file and start again.",
        "--touchstone.projects=" + projects);
  }

  @Test
  void a_setting_that_is_not_known() {
    refused(
        Map.of(),
        "A setting is not known: touchstone.admin-pasword",
        "config/application.yaml explains every setting.",
        "--touchstone.admin-pasword=" + SECRET);
  }

  @Test
  void a_settings_file_that_is_no_yaml() throws IOException {
    Path settings = Files.createTempFile(folder, "application-", ".yaml");
    Files.writeString(settings, "touchstone:\n  data: [a\n  seed: b\n");
    refused(
        Map.of(),
        "is no YAML: line 3",
        "Mend that line",
        "--spring.config.additional-location=" + settings.toUri());
  }

  /** A second node of these tests shares the first one's superuser and is told so, rightly. */
  private static final String UNRESTRICTED = ".* WARN .*database_role_unrestricted.*\\R";

  private static void refused(
      Map<String, String> environment, String what, String action, String... arguments) {
    Path data = folder.resolve("data-" + environment.hashCode() + what.hashCode());
    try (var application = StartedApplication.start(data, environment, arguments)) {
      assertThat(application.exitCode()).isEqualTo(1);
      System.out.printf("start_refused %.1f seconds%n", application.seconds());
      assertThat(application.output().replaceAll(UNRESTRICTED, ""))
          .contains("APPLICATION FAILED TO START", what, action)
          .doesNotContain("\tat ", " WARN ", "TomcatStarter", SECRET);
    }
  }

  /** A node on the running application's database and under its master key. */
  private static Map<String, String> secondNode() {
    try {
      return new HashMap<>(
          Map.of(
              "TOUCHSTONE_DATABASE_URL", running.databaseUrl(),
              "TOUCHSTONE_DATABASE_USER", "postgres",
              "TOUCHSTONE_DATABASE_PASSWORD", running.databasePassword(),
              "TOUCHSTONE_MASTER_KEY",
                  Files.readString(running.data().resolve("keys/master.key")).trim()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return to;
  }

  private static void replace(Path file, String old, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    Files.writeString(file, text.substring(0, at) + by + text.substring(at + old.length()));
  }
}
