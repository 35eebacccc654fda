package io.touchstone.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.deidentification.cleaning.OutsideView;
import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.platform.store.DirectoryStore;
import io.touchstone.road.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stage 1 killed again and again, while it reads, cleans, searches, draws, masks and seals, comes
 * to the manifest of an undisturbed run, and of what was planted in rows and documents nothing is
 * left outside the encrypted deliveries.
 */
@Tag("slow")
@DisplayName("Stage 1 that is killed again and again")
class KilledIngestionTest {

  private static final int FILES = 25;
  private static final int ROWS_PER_FILE = 398;

  /** After so many files of rows comes an archive of so many documents: 10,000 objects in all. */
  private static final int FILES_PER_ARCHIVE = 5;

  private static final int DOCUMENTS_PER_ARCHIVE = 10;

  /** One document of each is plain text and has no other self than its item's text. */
  private static final int ARCHIVES = FILES / FILES_PER_ARCHIVE;

  private static final int DOCUMENTS = ARCHIVES * DOCUMENTS_PER_ARCHIVE;
  private static final int ITEMS = FILES * ROWS_PER_FILE / 5 * 4 + DOCUMENTS;
  private static final long SEED = 20_260_301;
  private static final String BOUNDARY = "planted-boundary";
  private static final String BATCH = "support-tickets-1";
  private static final int MOST_MILLIS = 200;

  /** After the officer has submitted, or a start that finds it so. */
  private static final int MOST_MILLIS_OF_SEAL = 2_000;

  /** One kill in so many takes the database server with it. */
  private static final int DATABASE_TOO = 4;

  /** {@code drill-killed-ingestion} has twenty. */
  private static final int KILLS = Integer.getInteger("kills", 10);

  /** As many at most until the sample waits for the officer. */
  private static final int BEFORE_REVIEW = KILLS - 3;

  /** How many steps a process does before it dies, at most. */
  private static final int STEPS = 5;

  /** One kill in so many comes while documents are cleaned, or cleaned again. */
  private static final int WHILE_CLEANING = 5;

  /** A step that is committed. */
  private static final String STEP =
      "(?:chunk_ingested|objects_ingested|found_strings_searched|near_duplicates_searched)";

  private static final String DRAWN = "privacy_sample_drawn";

  @TempDir Path folder;
  private final Random chance = new Random(SEED);
  private final List<String> outputs = new ArrayList<>();
  private byte[] delivery;
  private int killed;

  @BeforeEach
  void a_project_whose_privacy_officer_looks_at_a_few_items() throws IOException {
    Path shipped = Path.of("config/demo/projects/support-tickets");
    Path project = Files.createDirectories(folder.resolve("projects/support-tickets"));
    try (Stream<Path> files = Files.list(shipped)) {
      for (Path file : files.toList()) {
        Files.writeString(
            project.resolve(file.getFileName().toString()),
            Files.readString(file).replace("leakLimit: 0.05", "leakLimit: 0.5"));
      }
    }
    Files.createDirectories(folder.resolve("temp"));
    delivery = delivery();
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
          .isEqualTo(ITEMS);
      assertThat(count(last, CLEANED_AGAIN))
          .as("documents that were cleaned again")
          .isGreaterThan(20);
      assertThat(objects("killed")).isEqualTo(objects).containsKeys(cleaned(last));
      assertThat(PlantedTraces.columns(last)).as("columns that hold what was planted").isEmpty();
      outputs.add(last.output());
    }
    assertThat(String.join("\n", outputs)).doesNotContain("\tat ").doesNotContain(" ERROR ");
    assertThat(PlantedRows.PLANTED.matcher(String.join("\n", outputs)).find()).isFalse();
    assertThat(PlantedTraces.files(folder)).isEmpty();
    List<String> documents = cleanedDocuments();
    assertThat(documents.size()).isEqualTo(DOCUMENTS - ARCHIVES);
    assertThat(PlantedRows.PLANTED.matcher(String.join("\n", documents)).find()).isFalse();
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

  private void deliver(StartedApplication application) throws Exception {
    byte[] received =
        new MachineClient(application)
            .send(
                "POST",
                "/projects/support-tickets/batches",
                "multipart/form-data; boundary=" + BOUNDARY,
                delivery);
    assertThat(new String(received, UTF_8)).contains("\"batchId\":\"" + BATCH + "\"");
  }

  private static byte[] delivery() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int file = 0; file < FILES; file++) {
      String rows = PlantedRows.file(file * ROWS_PER_FILE, ROWS_PER_FILE);
      part(body, "f.jsonl", "application/x-ndjson", rows.getBytes(UTF_8));
      if ((file + 1) % FILES_PER_ARCHIVE == 0) {
        int first = file / FILES_PER_ARCHIVE * DOCUMENTS_PER_ARCHIVE;
        byte[] archive = PlantedDocuments.archive(first, DOCUMENTS_PER_ARCHIVE);
        part(body, "d.zip", "application/zip", archive);
      }
    }
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return body.toByteArray();
  }

  private static void part(ByteArrayOutputStream body, String name, String type, byte[] content)
      throws IOException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n";
    body.write(head.formatted(BOUNDARY, name, type).getBytes(UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(UTF_8));
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
      String place = "/privacy-reviews/" + task + "/items/" + item.get("id").asText();
      machine.send("PUT", place, "application/json", "{\"decision\": \"clean\"}");
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
  private boolean killAfterSteps(StartedApplication application) throws IOException {
    if (killed % WHILE_CLEANING == 2) {
      awaitCleaned(application);
      kill(application, "ready url=", 1);
      return times(application, DRAWN) > 0;
    }
    int steps = 1 + chance.nextInt(STEPS);
    kill(
        application,
        "(?s)" + STEP + "(?:.*?" + STEP + "){" + (steps - 1) + "}|" + DRAWN,
        MOST_MILLIS);
    return times(application, DRAWN) > 0;
  }

  /** Until a document is stored, which is before its item is. */
  private void awaitCleaned(StartedApplication application) throws IOException {
    application.await("ready url=");
    long before = cleaned();
    while (cleaned() == before && times(application, DRAWN) == 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  /** By their names alone, since what is being written vanishes at any moment. */
  private long cleaned() throws IOException {
    Path batch = folder.resolve("killed").resolve("objects").resolve(BATCH);
    try (Stream<Path> files = Files.list(batch)) {
      return files.filter(file -> file.getFileName().toString().startsWith("item-")).count();
    }
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
        "killed number=%d chunks=%d objects=%d searched=%d compared=%d drawn=%d sealed=%d%n",
        killed,
        times(application, "chunk_ingested"),
        times(application, "objects_ingested"),
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

  private static final String CLEANED_AGAIN =
      """
      select count(*) from touchstone.item_object o
      join touchstone.manifest_entry m on m.item_id = o.item_id where m.found_again > 0
      """;

  /** What strangers' programs read in the cleaned documents, which the product itself decrypts. */
  private List<String> cleanedDocuments() throws IOException {
    OutsideView view = new OutsideView(folder.resolve("temp"));
    List<String> seen = new ArrayList<>();
    try (Installation again =
        Installation.start(
            folder.resolve("killed"),
            Map.of(
                "touchstone.seed",
                "killed",
                "touchstone.projects",
                folder.resolve("projects").toString()))) {
      ItemObjects objects = again.bean(ItemObjects.class);
      for (String item :
          again
              .bean(JdbcClient.class)
              .sql("select item_id from touchstone.item_object")
              .query(String.class)
              .list()) {
        try (InputStream content = objects.open("support-tickets", item).orElseThrow().content()) {
          seen.add(view.of(content.readAllBytes()));
        }
      }
    }
    return seen;
  }

  /** Where the cleaned documents lie that items have. */
  private static String[] cleaned(StartedApplication application) throws SQLException {
    return text(
            application,
            "select string_agg(batch_id || '/' || object_id, ' ') from touchstone.item_object")
        .split(" ");
  }

  /**
   * Sizes of the stored deliveries and cleaned documents; what a killed write has left half done is
   * swept up before, as it is every few hours.
   */
  private Map<String, Long> objects(String name) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    Path root = folder.resolve(name).resolve("objects");
    new DirectoryStore(root).removeUnfinished(Instant.MAX);
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
}
