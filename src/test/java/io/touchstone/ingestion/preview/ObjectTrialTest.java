package io.touchstone.ingestion.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.RunningTest;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.DocumentSamples;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.deidentification.cleaning.metadata.JpegCanaryFiles;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import io.touchstone.deidentification.cleaning.office.OfficeSamples;
import io.touchstone.ingestion.Ingestion;
import io.touchstone.ingestion.Zips;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.manifest.Manifest;
import io.touchstone.ingestion.object.ObjectCleaning;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Projects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file is tried under the rules of a draft before anything is delivered. */
@ExtendWith(OutputCaptureExtension.class)
class ObjectTrialTest extends IntegrationTest {

  private static final String PROJECT = "support-tickets";
  private static final String PASSWORD = "quiet marble staircase";
  private static final String OBJECT = "application/octet-stream";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private BatchIntake intake;
  @Autowired private Ingestion ingestion;
  @Autowired private Manifest manifest;
  @Autowired private Directory directory;
  @Autowired private ProjectAccess access;
  @Autowired private JdbcClient database;
  @Autowired private DeidentificationPolicies policies;
  @Autowired private Projects projects;
  @Autowired private Secrets secrets;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private String key;

  @BeforeEach
  void a_draft_like_the_project() {
    directory.add("trialdana", "Dana", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    access.giveAll(List.of("trialdana"));
    key = "tried-" + RunningTest.nextNumber();
    ok(
        call(
            "trialdana",
            "POST",
            "/project-drafts",
            "application/json",
            "{\"key\": \"%s\", \"name\": \"Tried\", \"project\": \"%s\"}"
                .formatted(key, PROJECT)
                .getBytes(UTF_8)));
  }

  private HttpResponse<String> call(
      String user, String method, String path, String type, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
            .header("Authorization", Machine.basic(user, PASSWORD))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString()).join();
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer.body());
  }

  private HttpResponse<String> file(String type, byte[] object) {
    return call("trialdana", "POST", "/project-drafts/" + key + "/redaction/file", type, object);
  }

  private JsonNode tried(byte[] object) {
    return ok(file(OBJECT, object));
  }

  private JsonNode refused(int status, String type, byte[] object) {
    HttpResponse<String> answer = file(type, object);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return read(answer.body());
  }

  private void change(String setting, JsonNode value) {
    String path = "/project-drafts/" + key;
    JsonNode view = ok(call("trialdana", "GET", path, "application/json", new byte[0]));
    ObjectNode settings = (ObjectNode) view.get("project");
    settings.set(setting, value);
    ObjectNode body = JSON.createObjectNode().put("revision", view.get("revision").asInt());
    body.set("project", settings);
    ok(call("trialdana", "PUT", path, "application/json", body.toString().getBytes(UTF_8)));
  }

  private static byte[] letter() throws IOException {
    return DocumentSamples.pdf("Please ring 020 7946 0018 now.", "Zed Heronsworth");
  }

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("text", "Ring 020 7946 0018, please.".getBytes(UTF_8));
    files.put("page", DocumentSamples.page("Ring 020 7946 0018 soon.", "Zed", 7));
    files.put("pdf", letter());
    files.put(
        "mail",
        DocumentSamples.mail(
            "Zed <zed@example.org>", "Router", "Call 020 7946 0018.", List.of(letter())));
    files.put("workbook", OfficeSamples.workbook("zed@example.org", "ring 020 7946 0018", "Zed"));
    files.put("word", OfficeSamples.of(ObjectType.DOCX, "Write to zed@example.org today."));
    files.put("picture", JpegCanaryFiles.all().get(0).object());
    files.put("cut", Arrays.copyOf(letter(), letter().length / 3));
    files.put("noise", new byte[] {1, (byte) 0x80, 3, (byte) 0xfe, 0, 9});
    files.put("blank", "  ".getBytes(UTF_8));
    files.put("empty", new byte[0]);
    return files;
  }

  private record Became(
      String status, String reason, String text, Map<?, ?> findings, Object removed, Object type) {}

  private List<Became> delivered(Map<String, byte[]> files) {
    List<Source> sources = new ArrayList<>();
    files.values().forEach(each -> sources.add(new Source(OBJECT, new ByteArrayInputStream(each))));
    String batch = intake.receive(PROJECT, "dora", sources);
    boolean more = true;
    while (more) {
      more = ingestion.ingestChunk(batch);
    }
    List<Became> became = new ArrayList<>();
    manifest.forEach(
        batch,
        entry ->
            became.add(
                new Became(
                    entry.status().name(),
                    entry.reason().orElse(""),
                    entry.itemId().map(this::textOf).orElse(""),
                    entry.findings(),
                    entry.object().getOrDefault("removed", Map.of()),
                    entry.object().getOrDefault("type", ""))));
    return became;
  }

  private String textOf(String item) {
    return database
        .sql("select text from touchstone.item where id = ?")
        .param(item)
        .query(String.class)
        .single();
  }

  private static Became became(JsonNode tried) {
    return new Became(
        tried.get("status").asText().toUpperCase(java.util.Locale.ROOT),
        tried.path("reason").asText(""),
        tried.get("text").asText(),
        JSON.convertValue(tried.get("findings"), Map.class),
        JSON.convertValue(tried.get("removed"), Map.class),
        tried.path("type").asText(""));
  }

  @Test
  void a_file_that_is_tried_becomes_what_its_delivery_becomes() throws IOException {
    Map<String, byte[]> files = files();
    List<Became> tried = files.values().stream().map(file -> became(tried(file))).toList();

    assertThat(tried).isEqualTo(delivered(files));
    assertThat(tried.get(2).text()).isEqualTo("Please ring [PHONE] now.");
    assertThat(tried.get(3).text()).contains("Call [PHONE].");
    assertThat(tried.subList(7, 11))
        .extracting(Became::reason)
        .containsExactly("UNREADABLE", "UNKNOWN_TYPE", "EMPTY_TEXT", "UNREADABLE");
  }

  @Test
  void what_is_masked_is_marked_and_what_was_taken_out_is_counted() throws IOException {
    JsonNode mail =
        tried(
            DocumentSamples.mail(
                "Zed <zed@example.org>", "Router", "Call 020 7946 0018.", List.of(letter())));
    JsonNode picture = tried(JpegCanaryFiles.all().get(0).object());

    String text = mail.get("text").asText();
    List<String> marked = new ArrayList<>();
    mail.get("offsets")
        .forEach(mask -> marked.add(text.substring(mask.get(2).asInt(), mask.get(3).asInt())));
    assertThat(marked).contains("[PHONE]").allMatch(each -> each.matches("\\[[A-Z_]+]"));
    assertThat(mail.get("parts").findValuesAsText("type")).containsExactly("application/pdf");
    assertThat(mail.get("findings").get("PHONE").asInt()).isEqualTo(2);
    assertThat(picture.get("removed").get("comment").asInt()).isEqualTo(1);
    assertThat(picture.get("unreadPictures").asInt()).isEqualTo(1);
    byte[] shown = picture.get("picture").binaryValue();
    assertThat(new String(shown, 0, 3, ISO_8859_1)).isEqualTo("\u00ff\u00d8\u00ff");
    assertThat(new String(shown, ISO_8859_1))
        .doesNotContain(JpegCanaryFiles.all().get(0).canaries().get(0));
  }

  @Test
  void the_drafts_own_rules_and_encoding_hold_for_a_file() {
    byte[] old = "Lieber J\u00fcrgen, Projekt Blauer Reiher ist sp\u00e4t.".getBytes(ISO_8859_1);
    assertThat(tried(old).get("reason").asText()).isEqualTo("UNKNOWN_ENCODING");
    assertThat(tried(old).get("sentence").asText()).startsWith("It ");

    change("delivery", JSON.createObjectNode().put("encoding", "windows-1252"));
    change("names", JSON.createArrayNode().add("Reiher"));

    assertThat(tried(old).get("text").asText()).contains("[NAME]").doesNotContain("Reiher");
  }

  @Test
  void what_cannot_be_tried_is_refused_with_a_sentence() {
    byte[] archive = Zips.of("a.txt", "first".getBytes(UTF_8));
    assertThat(refused(422, "text/csv", "text\na".getBytes(UTF_8)).get("detail").asText())
        .contains("Paste the text of one row");
    assertThat(refused(422, OBJECT, archive).get("detail").asText())
        .contains("Unpack it and try one");
    assertThat(refused(413, OBJECT, new byte[(32 << 20) + 1]).get("detail").asText())
        .isEqualTo("The object is larger than 32 MiB. Send it in smaller parts.");
    refused(415, "application/json", "{}".getBytes(UTF_8));
  }

  @Test
  void the_description_of_the_interface_says_that_the_body_is_the_file() {
    JsonNode call =
        ok(call("trialdana", "GET", "/openapi.json", "application/json", new byte[0]))
            .get("paths")
            .get("/api/v1/project-drafts/{key}/redaction/file")
            .get("post");

    assertThat(call.at("/requestBody/content/application~1octet-stream/schema/format").asText())
        .isEqualTo("binary");
  }

  @Test
  void nothing_of_a_file_that_was_tried_is_stored_or_logged(CapturedOutput output)
      throws IOException {
    List<Long> before = rows();

    files().values().forEach(this::tried);
    tried("%PDF-1.7 Heronpool 020 7946 0018".getBytes(UTF_8));

    assertThat(rows()).isEqualTo(before);
    assertThat(output.getAll()).doesNotContain("Heronpool").doesNotContain("7946");
  }

  /** A cleaner of texts that does what a hostile file might bring one to. */
  private record Misled(Callable<Cleaning> deed) implements Cleaner {

    @Override
    public Set<ObjectType> types() {
      return Set.of(ObjectType.TEXT);
    }

    @Override
    public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) {
      try {
        return deed.call();
      } catch (Exception e) {
        throw new AssertionError(new String(object, UTF_8), e);
      }
    }

    @Override
    public List<String> readBack(byte[] cleaned, ObjectType type) {
      return List.of();
    }
  }

  private Throwable misled(Callable<Cleaning> deed) {
    Cleaner cleaner = new Misled(deed);
    ObjectCleaning cleaning =
        new ObjectCleaning(
            List.of(cleaner), faces -> cleaner, new TextCleaning(new Tesseract("none")));
    ObjectTrial trial = new ObjectTrial(cleaning, policies, secrets, clock, Duration.ofSeconds(1));
    InputStream file = new ByteArrayInputStream("Heronpool 020 7946 0018".getBytes(UTF_8));
    return catchThrowable(
        () ->
            trial.of(SourceFormat.OBJECT, file, policies.of(projects.require(PROJECT).settings())));
  }

  @Test
  void a_file_that_is_worked_on_for_too_long_is_stopped_and_one_that_breaks_a_cleaner_is_told(
      CapturedOutput output) throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);

    Throwable slow =
        misled(
            () -> {
              try {
                new CountDownLatch(1).await();
                return null;
              } finally {
                stopped.countDown();
              }
            });
    Throwable broken =
        misled(
            () -> {
              throw new IOException("Heronpool");
            });

    assertThat(slow).isInstanceOf(Refusal.class).hasMessageContaining("longer than 1 seconds");
    assertThat(stopped.await(30, TimeUnit.SECONDS)).as("the work ends").isTrue();
    assertThat(broken)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("damaged or not what it says")
        .hasNoCause();
    assertThat(output.getAll()).contains("object_trial_failed").doesNotContain("Heronpool");
  }

  private List<Long> rows() {
    return List.of("batch", "source_object", "manifest_entry", "item", "item_object", "audit_event")
        .stream()
        .map(
            table ->
                database.sql("select count(*) from touchstone." + table).query(Long.class).single())
        .toList();
  }

  @Test
  void whoever_may_not_know_the_project_or_manages_no_data_gets_no_answer() {
    directory.add("trialstranger", "Stan", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    access.set("trialstranger", new KnownProjects(false, Set.of(PROJECT)));
    directory.add("trialofficer", "Olga", Optional.of(PASSWORD), Set.of(Role.PRIVACY_OFFICER));
    access.giveAll(List.of("trialofficer"));
    byte[] text = "Ring 020 7946 0018.".getBytes(UTF_8);
    String path = "/project-drafts/" + key + "/redaction";

    byte[] pasted = "{\"text\": \"Ring 020 7946 0018.\"}".getBytes(UTF_8);
    assertThat(call("trialstranger", "POST", path, "application/json", pasted).statusCode())
        .isEqualTo(404);
    assertThat(call("trialstranger", "POST", path + "/file", OBJECT, text).statusCode())
        .isEqualTo(404);
    assertThat(call("trialofficer", "POST", path, "application/json", pasted).statusCode())
        .isEqualTo(403);
    assertThat(call("trialofficer", "POST", path + "/file", OBJECT, text).statusCode())
        .isEqualTo(403);
  }

  @Test
  void of_many_who_try_files_at_once_some_are_asked_to_wait_and_none_fails() throws IOException {
    byte[] document = DocumentSamples.mail("", "long", "word ".repeat(150_000), List.of(letter()));
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(CompletableFuture.supplyAsync(() -> file(OBJECT, document)));
    }
    List<Integer> statuses = all.stream().map(each -> each.join().statusCode()).toList();

    assertThat(statuses).contains(200).containsAnyOf(429).isSubsetOf(200, 429);
    assertThat(tried(document).get("status").asText()).isEqualTo("ok");
  }
}
