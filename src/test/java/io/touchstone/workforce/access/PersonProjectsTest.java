package io.touchstone.workforce.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.project.TestProjects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who says over HTTP which projects somebody may know. */
class PersonProjectsTest extends IntegrationTest {

  private static final String PASSWORD = "Test-Password-1";
  private static final String ADMIN = "admin";
  private static final String MANAGER = "accessmanager";
  private static final String OTHER = "accessother";
  private static final String OFFICER = "accessofficer";
  private static final String ANNOTATOR = "accessannotator";

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private ProjectAccess access;
  @Autowired private JdbcClient database;
  @Autowired private TestRestTemplate http;

  @BeforeEach
  void two_projects_and_people() {
    for (String key : Set.of("access-one", "access-two")) {
      TestProjects.store(beans, key, TestProjects.Options.standard());
    }
    directory.add(MANAGER, MANAGER, Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add(OTHER, OTHER, Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add(OFFICER, OFFICER, Optional.of(PASSWORD), Set.of(Role.PRIVACY_OFFICER));
    directory.add(ANNOTATOR, ANNOTATOR, Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    access.set(MANAGER, new KnownProjects(false, Set.of("access-one")));
    access.set(ANNOTATOR, new KnownProjects(false, Set.of()));
  }

  @Test
  void an_administrator_names_a_persons_projects_and_that_is_an_event() {
    JsonNode before = read(ADMIN, OFFICER).getBody();
    assertThat(before.get("all").asBoolean()).isTrue();

    ResponseEntity<JsonNode> answer =
        say(ADMIN, OFFICER, "{\"all\": false, \"projects\": [\"access-one\"]}");

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().get("all").asBoolean()).isFalse();
    assertThat(answer.getBody().get("projects").toString()).isEqualTo("[\"access-one\"]");
    assertThat(projects(OFFICER)).isEqualTo("[\"access-one\"]");
    assertThat(event(OFFICER))
        .contains("\"projects\": [\"access-one\"]", "\"before\": [\"all\"]", "\"all\": false");
  }

  @Test
  void nobody_says_it_for_herself_and_a_data_manager_for_annotators_only() {
    assertThat(say(OTHER, OTHER, "{\"all\": true}").getStatusCode().value()).isEqualTo(403);
    assertThat(say(OTHER, OFFICER, "{\"all\": true}").getStatusCode().value()).isEqualTo(403);
    assertThat(say(OFFICER, ANNOTATOR, "{\"all\": true}").getStatusCode().value()).isEqualTo(403);
    assertThat(say(OTHER, ANNOTATOR, "{\"projects\": [\"access-two\"]}").getStatusCode().value())
        .isEqualTo(200);
    assertThat(projects(ANNOTATOR)).isEqualTo("[\"access-two\"]");
  }

  @Test
  void whoever_knows_one_project_gives_it_and_changes_and_sees_nothing_of_another() {
    access.set(ANNOTATOR, new KnownProjects(false, Set.of("access-two")));

    assertThat(read(MANAGER, ANNOTATOR).getBody().get("projects")).isEmpty();
    assertThat(
            say(MANAGER, ANNOTATOR, "{\"projects\": [\"access-one\"]}")
                .getBody()
                .get("projects")
                .toString())
        .isEqualTo("[\"access-one\"]");
    assertThat(projects(ANNOTATOR)).isEqualTo("[\"access-one\",\"access-two\"]");
    ResponseEntity<JsonNode> strange = say(MANAGER, ANNOTATOR, "{\"projects\": [\"access-two\"]}");
    ResponseEntity<JsonNode> absent = say(MANAGER, ANNOTATOR, "{\"projects\": [\"nowhere\"]}");
    assertThat(strange.getStatusCode().value()).isEqualTo(404);
    assertThat(strange.getBody()).isEqualTo(absent.getBody());
  }

  @Test
  void what_is_unclear_or_impossible_is_refused_with_a_sentence_and_changes_nothing() {
    for (String body :
        Set.of(
            "{}",
            "{\"all\": true, \"projects\": [\"access-one\"]}",
            "{\"projects\": [null]}",
            "{\"all\": true}")) {
      assertThat(say(ADMIN, ANNOTATOR, body).getStatusCode().value()).as(body).isEqualTo(422);
    }
    assertThat(say(ADMIN, "nobodyofthatname", "{\"all\": true}").getStatusCode().value())
        .isEqualTo(404);
    assertThat(projects(ANNOTATOR)).isEqualTo("[]");
  }

  /** With the engine's own pages, say: she has her roles, and no project before it is said. */
  @Test
  void an_account_that_was_made_elsewhere_knows_nothing_before_it_is_said() {
    directory.add("accessnew", "New", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    access.set("accessnew", new KnownProjects(false, Set.of()));

    ResponseEntity<JsonNode> batches =
        http.withBasicAuth("accessnew", PASSWORD).getForEntity("/api/v1/batches", JsonNode.class);
    ResponseEntity<JsonNode> projects =
        http.withBasicAuth("accessnew", PASSWORD).getForEntity("/api/v1/projects", JsonNode.class);

    assertThat(batches.getBody().get("batches")).isEmpty();
    assertThat(projects.getBody().get("projects")).isEmpty();
  }

  @Test
  void those_who_were_there_before_go_on_knowing_everything_and_that_happens_once() {
    directory.add("accessold", "Old", Optional.of(PASSWORD), Set.of(Role.REVIEWER));
    access.set("accessold", new KnownProjects(false, Set.of()));

    assertThat(access.begin(Set.of("accessold"))).isFalse();
    assertThat(access.named("accessold").all()).isFalse();
    database.sql("delete from touchstone.project_access_begun").update();
    assertThat(access.begin(Set.of("accessold"))).isTrue();
    assertThat(access.named("accessold").all()).isTrue();
  }

  private ResponseEntity<JsonNode> read(String reader, String person) {
    return http.withBasicAuth(reader, PASSWORD)
        .getForEntity("/api/v1/people/" + person + "/projects", JsonNode.class);
  }

  private ResponseEntity<JsonNode> say(String writer, String person, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return http.withBasicAuth(writer, PASSWORD)
        .exchange(
            "/api/v1/people/" + person + "/projects",
            HttpMethod.PUT,
            new HttpEntity<>(body, headers),
            JsonNode.class);
  }

  private String projects(String person) {
    return read(ADMIN, person).getBody().get("projects").toString();
  }

  private String event(String person) {
    return database
        .sql(
            "select details::text from touchstone.audit_event where action ="
                + " 'project_access_changed' and object = ? order by seq desc limit 1")
        .param("person:" + person)
        .query(String.class)
        .single();
  }
}
