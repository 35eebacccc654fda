package io.touchstone.project.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.RunningTest;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.project.Tie;
import io.touchstone.project.folder.ProjectFile;
import io.touchstone.project.folder.SettingsForm;
import io.touchstone.road.EngineRoom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects are made and changed by calls alone. */
class ProjectEditorTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private Directory directory;
  @Autowired private Projects projects;
  @Autowired private JdbcClient database;
  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;

  private String key;

  @BeforeEach
  void people() {
    key = "made-" + RunningTest.nextNumber();
    directory.add("editordana", "Dana", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add("editortom", "Tom", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add("editorgwen", "Gwen", Optional.of(PASSWORD), Set.of(Role.GUIDELINE_OWNER));
    directory.add("editorada", "Ada", Optional.of(PASSWORD), Set.of(Role.REVIEWER));
  }

  private HttpResponse<String> call(String who, String method, String path, String body) {
    return new Machine(port)
        .call(
            method,
            "/api/v1" + path,
            body,
            "Authorization",
            Machine.basic("editor" + who, PASSWORD),
            "Content-Type",
            path.endsWith("/batches") ? "application/x-ndjson" : "application/json");
  }

  private JsonNode ok(String who, String method, String path, String body) {
    HttpResponse<String> answer = call(who, method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    return read(answer.body());
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode refused(int status, String who, String method, String path, String body) {
    HttpResponse<String> answer = call(who, method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return read(answer.body());
  }

  private String draft() {
    return "/project-drafts/" + key;
  }

  private void begun(String template) {
    ok(
        "dana",
        "POST",
        "/project-drafts",
        "{\"key\": \"%s\", \"name\": \"Made here\", \"template\": \"%s\"}"
            .formatted(key, template));
  }

  /** Changes keys of the draft's settings. */
  private JsonNode change(String keys) {
    ObjectNode view = (ObjectNode) ok("dana", "GET", draft(), "");
    ObjectNode settings = (ObjectNode) view.get("project");
    settings.setAll((ObjectNode) read(keys));
    ObjectNode body = JSON.createObjectNode();
    body.put("revision", view.get("revision").asInt()).set("project", settings);
    return ok("dana", "PUT", draft(), body.toString());
  }

  private String gold(String lines) {
    int revision = ok("dana", "GET", draft(), "").get("revision").asInt();
    return JSON.createObjectNode().put("revision", revision).put("lines", lines).toString();
  }

  private JsonNode publish(String note) {
    return ok("dana", "POST", draft() + "/publish", "{\"note\": \"%s\"}".formatted(note));
  }

  private List<String> faults() {
    return ok("dana", "GET", draft() + "/check", "").findValuesAsText("sentence");
  }

  @Test
  void a_project_from_a_template_takes_a_delivery_at_once() {
    begun("tickets");
    ok(
        "dana",
        "PUT",
        draft() + "/gold",
        gold(
            "{\"id\": \"g-1\", \"text\": \"Charged twice, ask eve@example.org\", \"label\":"
                + " \"billing\"}"));
    assertThat(faults()).isEmpty();
    assertThat(publish("First version.").get("version").asInt()).isEqualTo(1);

    String batch =
        ok("dana", "POST", "/projects/" + key + "/batches", ROWS).get("batchId").asText();
    new EngineRoom(beans).runJobs(batch);

    assertThat(texts("batch_id = '" + batch + "'"))
        .containsExactlyInAnyOrder("Where is my parcel? [EMAIL]", "The router is dead.");
    assertThat(texts("batch_id is null and project_key = '" + key + "'"))
        .as("gold goes the same way")
        .containsExactly("Charged twice, ask [EMAIL]");
  }

  private static final String ROWS =
      """
      {"id": "1", "text": "Where is my parcel? bob@example.org"}
      {"id": "2", "text": "The router is dead."}
      """;

  private List<String> texts(String which) {
    return database
        .sql("select text from touchstone.item where " + which)
        .query(String.class)
        .list();
  }

  @Test
  void what_is_wrong_is_told_with_its_field_or_line_and_nothing_is_published() {
    begun("empty");
    change("{\"aql\": 50, \"description\": \"What is it?\"}");

    assertThat(faults())
        .anyMatch(each -> each.contains("\"labels\" must be two to 1,000 labels"))
        .anyMatch(each -> each.contains("\"aql\" must be from 0.01 to 10.0"));
    change(
        "{\"aql\": 2.5, \"labels\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"a\", \"name\":"
            + " \"B\"}]}");
    assertThat(faults()).singleElement().asString().contains("an id that is repeated");
    refused(422, "dana", "POST", draft() + "/publish", "{\"note\": \"x\"}");

    change("{\"labels\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}]}");
    JsonNode wrong =
        refused(
            422,
            "dana",
            "PUT",
            draft() + "/gold",
            gold(
                "{\"id\": \"1\", \"text\": \"t\", \"label\": \"a\"}\n"
                    + "{\"id\": \"2\", \"text\": \"t\", \"label\": \"gone\"}\n"));
    assertThat(wrong.get("faults").get(0).get("line").asInt()).isEqualTo(2);
    assertThat(wrong.get("faults").get(0).get("sentence").asText())
        .contains("the label is none of the project's labels");
    assertThat(projects.find(key)).isEmpty();
  }

  @Test
  void a_version_of_a_project_that_asks_for_it_is_published_by_a_second_person() {
    begun("tickets");
    change("{\"secondPerson\": true}");
    assertThat(publish("First version.").get("published").asBoolean()).isFalse();

    assertThat(refused(403, "dana", "POST", draft() + "/decision", "{\"approves\": true}"))
        .as("not the first one")
        .isNotNull();
    refused(409, "dana", "PUT", draft(), "{\"revision\": 2, \"deny\": \"Zed\"}");
    assertThat(projects.find(key)).isEmpty();
    ok("tom", "POST", draft() + "/decision", "{\"approves\": true}");

    JsonNode version =
        ok("tom", "GET", "/projects/" + key + "/versions", "").get("versions").get(0);
    assertThat(version.get("madeBy").asText()).isEqualTo("editordana");
    assertThat(version.get("approvedBy").asText()).isEqualTo("editortom");
  }

  @Test
  void a_change_is_shown_against_the_version_before_and_makes_the_next_one() {
    begun("tickets");
    publish("First version.");
    ok("dana", "POST", "/project-drafts", "{\"key\": \"%s\"}".formatted(key));
    change("{\"annotatorsPerItem\": 3}");

    JsonNode changes = ok("dana", "GET", draft() + "/check", "").get("changes");

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).get("where").asText()).isEqualTo("annotatorsPerItem");
    assertThat(changes.get(0).get("before").asText()).isEqualTo("2");
    publish("Three people.");
    assertThat(projects.require(key).version()).isEqualTo(2);
    assertThat(projects.require(key).settings().annotatorsPerItem()).isEqualTo(3);
    assertThat(projects.require(key).labelSchemaVersion()).as("the same labels").isEqualTo(1);
  }

  @Test
  void of_two_who_change_a_draft_the_second_is_told() {
    begun("tickets");
    ok("dana", "PUT", draft(), "{\"revision\": 1, \"deny\": \"Zed\"}");

    JsonNode problem = refused(412, "tom", "PUT", draft(), "{\"revision\": 1, \"deny\": \"Ned\"}");

    assertThat(problem.get("detail").asText()).contains("Somebody has changed this draft");
  }

  @Test
  void seventy_seven_and_a_thousand_labels_are_published_and_a_thousand_and_one_are_not() {
    begun("empty");
    change("{\"description\": \"Which intent?\"}");
    change("{\"labels\": %s}".formatted(labels(1_001)));
    assertThat(faults()).singleElement().asString().contains("two to 1,000");
    change("{\"labels\": %s}".formatted(labels(1_000)));
    publish("All intents.");

    assertThat(projects.require(key).labels()).hasSize(1_000);
    assertThat(projects.require(key).labels().get(4).colour()).contains("violet");
  }

  private static ArrayNode labels(int count) {
    ArrayNode labels = JSON.createArrayNode();
    for (int i = 1; i <= count; i++) {
      labels.addObject().put("id", "l-" + i).put("name", "Label " + i).put("colour", "violet");
    }
    return labels;
  }

  @Test
  void a_folder_goes_out_and_comes_in_as_the_same_project() {
    begun("notes");
    change(
        "{\"deidentification\": {\"types\": {\"NAME\": \"surrogate\"}, \"columns\": {\"ward\":"
            + " \"keep\", \"doctor\": \"surrogate NAME\"}, \"ocr\": true, \"scope\": \"subject\"},"
            + " \"splits\": {\"train\": 80, \"test\": 20}, \"delivery\": {\"text\": \"note\","
            + " \"author\": \"by whom\", \"department\": \"unit\", \"source\": \"clinic\","
            + " \"subject\": \"patient\"}}");
    JsonNode labels = ok("dana", "GET", draft(), "").at("/project/labels");
    ((ObjectNode) labels.get(0)).put("key", "s");
    change("{\"labels\": %s}".formatted(labels));
    ok(
        "dana",
        "PUT",
        draft() + "/gold",
        gold(
            "{\"id\": \"g-1\", \"text\": \"No fever.\", \"spans\": [{\"start\": 3, \"end\": 8,"
                + " \"label\": \"symptom\"}]}"));
    publish("First version.");
    byte[] zip = zip("/projects/" + key + "/folder");
    String copy = key + "-copy";

    HttpResponse<String> answer =
        sent(
            address("/project-drafts/" + copy + "/folder")
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(zip)),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String first = key;
    key = copy;
    publish("Copied.");

    Project was = projects.require(first);
    Project is = projects.require(copy);
    assertThat(SettingsForm.of(is.settings()).put("key", first))
        .isEqualTo(SettingsForm.of(was.settings()));
    assertThat(is.settings().rowNames().orElseThrow().ties())
        .containsEntry(Tie.AUTHOR, "by whom")
        .containsEntry(Tie.SUBJECT, "patient")
        .hasSize(4);
    assertThat(is.labels().get(0).key()).contains("s");
    assertThat(is.guideline()).isEqualTo(was.guideline());
    assertThat(FolderArchive.unzip(new ByteArrayInputStream(zip("/projects/" + copy + "/folder"))))
        .containsEntry(
            "gold.jsonl", FolderArchive.unzip(new ByteArrayInputStream(zip)).get("gold.jsonl"));
  }

  private byte[] zip(String path) {
    return sent(address(path).GET(), BodyHandlers.ofByteArray()).body();
  }

  private HttpRequest.Builder address(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
        .header("Authorization", Machine.basic("editordana", PASSWORD));
  }

  private static <T> HttpResponse<T> sent(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return HttpClient.newHttpClient().send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_shipped_projects_are_read_again_as_what_they_are_written_out_as() {
    for (String shipped : List.of("support-tickets", "clinic-notes", "incident-reports")) {
      Project project = projects.require(shipped);

      String yaml = SettingsForm.yaml(SettingsForm.of(project.settings()));

      assertThat(ProjectFile.parse("projects/" + shipped + "/project.yaml", yaml))
          .isEqualTo(project.settings());
    }
  }

  @Test
  void the_guideline_is_read_by_everybody_with_differences_and_written_by_its_owner() {
    begun("tickets");
    publish("First version.");
    String path = "/projects/" + key + "/guidelines";
    String text = ok("ada", "GET", path + "/1", "").get("markdown").asText();
    ObjectNode writing = JSON.createObjectNode().put("base", 1).put("note", "Lamps.");
    writing.put("markdown", text + "Lamps are Delivery.\n");

    refused(403, "dana", "POST", path, writing.toString());
    ok("gwen", "POST", path, writing.toString());

    JsonNode second = ok("ada", "GET", path + "/2", "");
    assertThat(second.get("html").asText()).contains("<h1>");
    assertThat(second.get("changes"))
        .filteredOn(line -> !line.get("kind").asText().equals("same"))
        .singleElement()
        .satisfies(line -> assertThat(line.get("text").asText()).isEqualTo("Lamps are Delivery."));
    refused(412, "gwen", "POST", path, writing.toString());
  }

  private HttpResponse<String> looked(String type, String file) {
    return sent(
        address(draft() + "/rows").header("Content-Type", type).POST(BodyPublishers.ofString(file)),
        BodyHandlers.ofString());
  }

  @Test
  void a_file_is_looked_at_under_the_draft_and_one_without_columns_or_too_long_is_refused() {
    begun("tickets");
    change("{\"delivery\": {\"text\": \"Frage\", \"author\": \"Wer\"}}");

    JsonNode seen = read(looked("text/csv", "Wer,Frage\neva,Wo?\n").body());

    assertThat(seen.get("columns").findValuesAsText("part")).containsExactly("author", "text");
    assertThat(seen.get("refused").asInt()).isZero();
    assertThat(looked("application/pdf", "%PDF").statusCode()).isEqualTo(415);
    assertThat(looked("text/csv", "x".repeat((8 << 20) + 1)).statusCode()).isEqualTo(413);
    change("{\"delivery\": {\"text\": \"a\", \"author\": \"a\"}}");
    assertThat(looked("text/csv", "a\nb\n").body()).contains("must be a column of its own");
  }

  @Test
  void the_rules_of_a_draft_are_tried_on_a_text_before_they_hold() {
    begun("tickets");
    ok("dana", "PUT", draft(), "{\"revision\": 1, \"deny\": \"Blue Heron\"}");

    JsonNode tried =
        ok("dana", "POST", draft() + "/redaction", "{\"text\": \"Project Blue Heron is late.\"}");

    assertThat(tried.get("text").asText()).isEqualTo("Project [OTHER] is late.");
  }
}
