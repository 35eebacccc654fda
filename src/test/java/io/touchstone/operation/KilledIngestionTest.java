package io.touchstone.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stage 1 killed again and again, while it reads, searches, draws, masks and seals, comes to the
 * manifest of an undisturbed run, and of what was planted in the rows nothing is left outside the
 * encrypted deliveries.
 */
@Tag("slow")
@DisplayName("Stage 1 that is killed twenty times")
class KilledIngestionTest {

  private static final int FILES = 25;
  private static final int ROWS_PER_FILE = 400;
  private static final long SEED = 20_260_301;
  private static final String BOUNDARY = "planted-boundary";
  private static final String BATCH = "support-tickets-1";
  private static final int MOST_MILLIS = 200;

  /** After the officer has submitted, or a start that finds it so. */
  private static final int MOST_MILLIS_OF_SEAL = 2_000;

  /** One kill in so many takes the database server with it. */
  private static final int DATABASE_TOO = 4;

  private static final int KILLS = 20;

  /** As many at most until the sample waits for the officer. */
  private static final int BEFORE_REVIEW = 17;

  /** How many steps a process does before it dies, at most. */
  private static final int STEPS = 4;

  /** A step that is committed. */
  private static final String STEP =
      "(?:chunk_ingested|found_strings_searched|near_duplicates_searched)";

  private static final String DRAWN = "privacy_sample_drawn";

  @TempDir Path folder;
  private final Random chance = new Random(SEED);
  private final List<String> outputs = new ArrayList<>();
  private int killed;

  @BeforeEach
  void a_project_whose_privacy_officer_looks_at_five_items() throws IOException {
    Path shipped = Path.of("config/projects/support-tickets");
    Path project = Files.createDirectories(folder.resolve("projects/support-tickets"));
    try (Stream<Path> files = Files.list(shipped)) {
      for (Path file : files.toList()) {
        Files.writeString(
            project.resolve(file.getFileName().toString()),
            Files.readString(file).replace("leakLimit: 0.05", "leakLimit: 0.5"));
      }
    }
    Files.createDirectories(folder.resolve("temp"));
  }

  @Test
  void seals_the_manifest_of_an_undisturbed_run_and_leaves_nothing_behind() throws Exception {
    String undisturbed;
    Map<String, Long> objects;
    try (var application = start("undisturbed")) {
      deliver(application);
      submitReview(application);
      awaitSeal(application);
      undisturbed = root(application);
      objects = objects("undisturbed");
      outputs.add(application.output());
    }

    killedBeforeReview();
    killedAfterReview();

    try (var last = start("killed")) {
      last.await("ready url=");
      awaitSeal(last);
      assertThat(root(last)).isEqualTo(undisturbed);
      assertThat(count(last, "select count(*) from touchstone.item where batch_id is not null"))
          .isEqualTo(8_000);
      assertThat(objects("killed")).isEqualTo(objects);
      assertThat(planted(last)).as("columns that hold what was planted").isEmpty();
      outputs.add(last.output());
    }
    assertThat(String.join("\n", outputs)).doesNotContain("\tat ").doesNotContain(" ERROR ");
    assertThat(PlantedRows.PLANTED.matcher(String.join("\n", outputs)).find()).isFalse();
    assertThat(filesWithPlanted()).isEmpty();
  }

  private StartedApplication start(String name) {
    return StartedApplication.start(
        folder.resolve(name),
        Map.of(
            "TOUCHSTONE_ADMIN_PASSWORD",
            MachineClient.PASSWORD,
            "TOUCHSTONE_SEED",
            "killed",
            "TOUCHSTONE_PROJECTS",
            folder.resolve("projects").toString(),
            "JAVA_TOOL_OPTIONS",
            "-Djava.io.tmpdir=" + folder.resolve("temp")));
  }

  private static void deliver(StartedApplication application) throws Exception {
    String body =
        IntStream.range(0, FILES)
            .mapToObj(
                file ->
                    "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.jsonl\""
                        + "\r\nContent-Type: application/x-ndjson\r\n\r\n"
                        + PlantedRows.file(file * ROWS_PER_FILE, ROWS_PER_FILE)
                        + "\r\n")
            .collect(joining("", "", "--" + BOUNDARY + "--\r\n"));
    JsonNode received =
        new MachineClient(application)
            .send(
                "POST",
                "/projects/support-tickets/batches",
                "multipart/form-data; boundary=" + BOUNDARY,
                body);
    assertThat(received.get("batchId").asText()).isEqualTo(BATCH);
  }

  /** Every item of the sample is clean. */
  private static void submitReview(StartedApplication application) throws Exception {
    MachineClient machine = new MachineClient(application);
    String task = "";
    while (task.isEmpty()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      task =
          text(
              application,
              "select coalesce(max(id_), '') from act_ru_task"
                  + " where task_def_key_ = 'review-privacy-sample'");
    }
    for (JsonNode item : machine.get("/privacy-reviews/" + task).get("items")) {
      machine.send(
          "PUT",
          "/privacy-reviews/" + task + "/items/" + item.get("id").asText(),
          "application/json",
          "{\"decision\": \"clean\"}");
    }
    machine.send("POST", "/privacy-reviews/" + task + "/submit", "application/json", "{}");
  }

  private static void awaitSeal(StartedApplication application) throws SQLException {
    while (count(application, "select count(*) from touchstone.manifest_seal") == 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private void killedBeforeReview() throws Exception {
    var application = start("killed");
    deliver(application);
    while (!killAfterSteps(application) && killed < BEFORE_REVIEW) {
      application = start("killed");
    }
  }

  /** Whether all steps were done. */
  private boolean killAfterSteps(StartedApplication application) {
    int steps = 1 + chance.nextInt(STEPS);
    kill(
        application,
        "(?s)" + STEP + "(?:.*?" + STEP + "){" + (steps - 1) + "}|" + DRAWN,
        MOST_MILLIS);
    return times(application, DRAWN) > 0;
  }

  /** The review is submitted, and what follows is killed as soon as it begins. */
  private void killedAfterReview() throws Exception {
    var reviewed = start("killed");
    submitReview(reviewed);
    kill(reviewed, "ready url=", MOST_MILLIS_OF_SEAL);
    while (killed < KILLS) {
      kill(start("killed"), "ready url=", MOST_MILLIS_OF_SEAL);
    }
  }

  private void kill(StartedApplication application, String line, int mostMillis) {
    application.await(line);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextInt(mostMillis)));
    killed++;
    if (killed % DATABASE_TOO == 0) {
      application.killWithDatabase();
    } else {
      application.kill();
    }
    outputs.add(application.output());
    System.out.printf(
        "killed number=%d chunks=%d searched=%d compared=%d drawn=%d sealed=%d%n",
        killed,
        times(application, "chunk_ingested"),
        times(application, "found_strings_searched"),
        times(application, "near_duplicates_searched"),
        times(application, DRAWN),
        times(application, "manifest_sealed"));
  }

  private static long times(StartedApplication application, String event) {
    return Pattern.compile(event).matcher(application.output()).results().count();
  }

  private static String root(StartedApplication application) throws SQLException {
    return text(application, "select string_agg(root, ' ') from touchstone.manifest_seal");
  }

  private static long count(StartedApplication application, String query) throws SQLException {
    return Long.parseLong(text(application, query));
  }

  private static String text(StartedApplication application, String query) throws SQLException {
    try (Connection database = application.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Sizes of the stored deliveries, unfinished ones included. */
  private Map<String, Long> objects(String name) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    Path root = folder.resolve(name).resolve("objects");
    for (Path file : files(root)) {
      sizes.put(root.relativize(file).toString(), Files.size(file));
    }
    return sizes;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static final String COLUMNS =
      """
      select format('%I.%I', c.table_schema, c.table_name), format('%I', c.column_name), c.data_type
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and t.table_schema in ('public', 'touchstone')
      """;

  /** The columns of all tables of which a value holds what was planted, whatever their type. */
  private static List<String> planted(StartedApplication application) throws SQLException {
    List<String> holding = new ArrayList<>();
    int columns = 0;
    try (Connection database = application.database();
        Statement all = database.createStatement();
        Statement one = database.createStatement();
        ResultSet row = all.executeQuery(COLUMNS)) {
      while (row.next()) {
        columns++;
        String column = row.getString(2);
        String value =
            row.getString(3).equals("bytea")
                ? "encode(" + column + ", 'escape')"
                : column + "::text";
        try (ResultSet found =
            one.executeQuery(
                "select count(*) from %s where %s ~* 'plantxyz|plantworth'"
                    .formatted(row.getString(1), value))) {
          found.next();
          if (found.getLong(1) > 0) {
            holding.add(row.getString(1) + "." + column);
          }
        }
      }
    }
    assertThat(columns).as("columns looked at").isGreaterThan(300);
    return holding;
  }

  /** Files beside the database's own that hold what was planted. */
  private List<Path> filesWithPlanted() throws IOException {
    List<Path> holding = new ArrayList<>();
    for (Path file : files(folder)) {
      boolean database = file.toString().contains("postgres/cluster");
      if (!database
          && PlantedRows.PLANTED.matcher(new String(Files.readAllBytes(file), ISO_8859_1)).find()) {
        holding.add(file);
      }
    }
    return holding;
  }
}
