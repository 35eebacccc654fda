package io.touchstone.release.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.password.PasswordResets;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Label;
import io.touchstone.release.ReleaseFixture;
import io.touchstone.release.Samples;
import io.touchstone.release.Tool;
import io.touchstone.release.approval.Approvals;
import io.touchstone.release.build.DatasetBuilder;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.publication.Publishing;
import io.touchstone.release.roundtrip.RoundTrip;
import io.touchstone.release.roundtrip.RoundTripCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ReleaseStageTest extends IntegrationTest {

  private static final String PASSWORD = "correct horse battery";
  private static final AtomicInteger PROJECTS = new AtomicInteger();
  private static final ProcessOrigin ORIGIN =
      new ProcessOrigin("annotation-pipeline", 1, "d00d", "any");

  @TempDir Path temporary;

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private DatasetBuilder builder;
  @Autowired private RoundTripCheck check;
  @Autowired private Approvals approvals;
  @Autowired private Publishing publishing;
  @Autowired private DatasetVersionRepository versions;
  @Autowired private DatasetFiles files;
  @Autowired private RuntimeService runtime;
  @Autowired private PersonTasks tasks;
  @Autowired private Directory directory;
  @Autowired private PasswordResets resets;
  @Autowired private AccountMakers makers;
  @Autowired private ManagementService management;
  @Autowired private TransactionTemplate transactions;
  @LocalServerPort private int port;

  private String project;
  private ReleaseFixture fixture;
  private String batch;

  @BeforeEach
  void a_batch_that_passed_quality_assurance() {
    project = "tickets" + PROJECTS.incrementAndGet();
    fixture = new ReleaseFixture(beans, project);
    fixture.project(Samples.LABELS);
    batch = fixture.batch(1, "sue", 1);
    fixture.item(batch, 1, "Gr\u00fc\u00dfe \uD83D\uDE00 \"\\\n", "billing");
    fixture.item(batch, 2, "No power", "outage");
    fixture.item(batch, 3, "Invoice", "billing");
  }

  @Test
  void a_first_version_is_built_checked_approved_and_published() throws Exception {
    DatasetVersion draft = builder.build(batch, ORIGIN);
    RoundTrip outcome = check.check(batch);
    approvals.approve(batch, "tom", "");

    assertThat(publishing.publish(batch)).isEqualTo("1.0.0");

    assertThat(draft.records()).isEqualTo(3);
    assertThat(outcome.checks()).allMatch(Check::passed);
    DatasetVersion published = versions.latest(project).orElseThrow();
    assertThat(published.rootSha256()).isEqualTo(draft.rootSha256());
    Path repository = files.workTree(project);
    assertThat(Tool.run(repository, "git", "rev-parse", project + "@v1.0.0^{}").strip())
        .isEqualTo(published.gitCommit().orElseThrow());
    assertThat(Tool.run(repository.resolve(project), "sha256sum", "-c", "sha256sums.txt"))
        .doesNotContain("FAILED");
    assertThat(Files.readString(repository.resolve(project).resolve("README.md")))
        .contains("0.810 (0.700 to 0.900)")
        .contains("| EMAIL | 6 |");
    assertThat(files.staging(batch)).doesNotExist();
    assertThat(fixture.audit("dataset:" + project + "@1.0.0"))
        .extracting(row -> row.get("actor") + " " + row.get("action"))
        .containsExactly("tom release_approved", "system dataset_published");
  }

  @Test
  void neither_names_nor_user_ids_reach_a_published_byte() throws Exception {
    publish(batch);

    for (Path root : List.of(files.workTree(project), files.dvcRemote(project))) {
      for (String file : Checksums.files(root)) {
        String text = Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file).doesNotContainPattern("\\b(ada|ben|cleo|sue|tom)\\b");
      }
    }
  }

  @Test
  void publishing_again_finds_the_same_version() throws Exception {
    publish(batch);
    DatasetVersion once = versions.latest(project).orElseThrow();

    assertThat(publishing.publish(batch)).isEqualTo("1.0.0");
    assertThat(builder.build(batch, ORIGIN)).isEqualTo(once);
    assertThat(versions.published(project)).containsExactly(once);
  }

  @Test
  void a_node_that_dies_between_files_and_row_leaves_what_the_next_try_finishes() throws Exception {
    approve(batch);
    transactions.executeWithoutResult(
        transaction -> {
          publishing.publish(batch);
          transaction.setRollbackOnly();
        });
    assertThat(versions.latest(project)).isEmpty();
    String refs = Tool.run(files.workTree(project), "git", "show-ref");

    assertThat(publishing.publish(batch)).isEqualTo("1.0.0");

    assertThat(Tool.run(files.workTree(project), "git", "show-ref")).isEqualTo(refs);
    assertThat(versions.latest(project).orElseThrow().gitCommit().orElseThrow())
        .isEqualTo(
            Tool.run(files.workTree(project), "git", "rev-parse", project + "@v1.0.0^{}").strip());
  }

  @Test
  void a_second_batch_adds_to_the_first_and_is_a_minor_version() throws Exception {
    publish(batch);
    String second = fixture.batch(2, "sue", 1);
    fixture.item(second, 1, "Another", "outage");

    publish(second);

    DatasetVersion version = versions.latest(project).orElseThrow();
    assertThat(version.version()).isEqualTo("1.1.0");
    assertThat(version.records()).isEqualTo(4);
    assertThat(version.details().diff().added()).isEqualTo(1);
    assertThat(version.details().previousVersion()).contains("1.0.0");
  }

  @Test
  void another_label_for_an_old_record_is_a_major_version() throws Exception {
    publish(batch);
    String second = fixture.batch(2, "sue", 1);
    fixture.item(second, 1, "Another", "outage");
    fixture.verdict(batch, ReleaseFixture.itemId(batch, 2), 2, "billing");

    publish(second);

    assertThat(versions.latest(project).orElseThrow().version()).isEqualTo("2.0.0");
  }

  @Test
  void a_batch_without_anything_new_leads_to_the_existing_version() throws Exception {
    publish(batch);
    String empty = fixture.batch(2, "sue", 1);

    assertThat(publish(empty)).isEqualTo("1.0.0");
    assertThat(versions.published(project)).hasSize(1);
    assertThat(versions.ofBatch(empty)).isEmpty();
  }

  @Test
  void of_two_drafts_upon_one_version_the_later_is_built_again_upon_the_earlier() throws Exception {
    publish(batch);
    String second = fixture.batch(2, "sue", 1);
    fixture.item(second, 1, "Second", "outage");
    String third = fixture.batch(3, "sue", 1);
    fixture.item(third, 1, "Third", "outage");
    approve(second);
    approve(third);

    assertThat(publishing.publish(third)).isEqualTo("1.1.0");
    assertThat(publishing.publish(second)).isEqualTo("1.2.0");
    assertThat(versions.latest(project).orElseThrow().records()).isEqualTo(5);
    assertThat(Tool.run(files.workTree(project), "git", "tag").lines()).hasSize(3);
  }

  @Test
  void gold_items_are_never_published() {
    String gold = fixture.item(batch, 9, "Known answer", "billing");
    fixture.gold(gold);

    assertThat(builder.build(batch, ORIGIN).records()).isEqualTo(3);
    assertThat(check.check(batch).exact()).isTrue();
  }

  @Test
  void a_corrected_judgement_counts_once_with_its_last_label() throws Exception {
    fixture.judgement(batch, ReleaseFixture.itemId(batch, 2), "ada", "billing");

    builder.build(batch, ORIGIN);

    Path data = files.staging(batch).resolve("data/all-00000-of-00001.jsonl");
    assertThat(Files.readString(data)).contains("\"votes\":{\"billing\":1,\"outage\":2}");
    assertThat(check.check(batch).exact()).isTrue();
  }

  @Test
  void a_record_carries_the_soft_label_of_the_last_measurement_with_its_method() throws Exception {
    String item = ReleaseFixture.itemId(batch, 2);
    fixture.truth(batch, 1, item, "{\"outage\": 1.0}", "majority");
    fixture.truth(batch, 2, item, "{\"outage\": 0.981234, \"billing\": 0.018766}", "dawid-skene");

    builder.build(batch, ORIGIN);

    Path data = files.staging(batch).resolve("data/all-00000-of-00001.jsonl");
    assertThat(Files.readAllLines(data))
        .filteredOn(line -> line.contains("\"soft\""))
        .singleElement()
        .asString()
        .contains(
            "\"votes\":{\"outage\":3},\"soft\":{\"labels\":{\"billing\":0.018766,"
                + "\"outage\":0.981234},\"method\":\"dawid-skene\",\"version\":\"1\"},"
                + "\"method\":\"majority\"");
    assertThat(check.check(batch).exact()).isTrue();
  }

  @Test
  void any_node_writes_missing_or_damaged_staged_files_again() throws Exception {
    DatasetVersion draft = builder.build(batch, ORIGIN);
    Path staged = files.staging(batch);
    builder.discard(batch);
    assertThat(builder.staged(draft)).isEqualTo(staged);
    Files.writeString(staged.resolve("README.md"), "damaged");

    builder.staged(draft);

    assertThat(Checksums.faults(staged)).isEmpty();
    assertThat(Checksums.root(staged)).isEqualTo(draft.rootSha256());
  }

  @Test
  void a_new_schema_keeps_the_class_numbers_and_appends() throws Exception {
    publish(batch);
    fixture.schema(2, List.of(new Label("spam", "Spam", ""), Samples.LABELS.get(1)));
    String second = fixture.batch(2, "sue", 2);
    fixture.item(second, 1, "Buy", "spam");

    publish(second);

    assertThat(versions.latest(project).orElseThrow().details().classMap().classes())
        .extracting(entry -> entry.number() + entry.label() + entry.retired())
        .containsExactly("0billingtrue", "1outagefalse", "2spamfalse");
  }

  @Test
  void who_submitted_the_batch_cannot_approve_it() {
    builder.build(batch, ORIGIN);
    check.check(batch);

    assertThatThrownBy(() -> approvals.approve(batch, "sue", ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403))
        .hasMessageContaining("second person");
  }

  @Test
  void whose_password_somebody_else_set_approves_nothing_for_a_day() {
    builder.build(batch, ORIGIN);
    check.check(batch);
    resets.note("tim" + project, "root");

    assertThatThrownBy(() -> approvals.approve(batch, "tim" + project, ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403))
        .hasMessageMatching(
            "The password of this account was set by root on .*\\. Until \\d+ \\w+ \\d{4},"
                + " \\d\\d:\\d\\d UTC it approves nothing, .*");
    try {
      ClockUtil.offset(Duration.ofHours(24).toMillis() + 1);
      approvals.approve(batch, "tim" + project, "");
    } finally {
      ClockUtil.reset();
    }
    assertThat(versions.ofBatch(batch).orElseThrow().approvedBy()).contains("tim" + project);
  }

  @Test
  void whom_the_submitter_made_approves_nothing_of_hers_until_another_administrator_confirmed() {
    builder.build(batch, ORIGIN);
    check.check(batch);
    String puppet = "puppet" + project;
    makers.note(puppet, "sue", AccountMakers.How.INVITED);

    assertThatThrownBy(() -> approvals.approve(batch, puppet, ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403))
        .hasMessageContaining("by sue, whose work this is. So it is no second person");
    makers.confirm(puppet, "root");
    approvals.approve(batch, puppet, "");

    assertThat(versions.ofBatch(batch).orElseThrow().approvedBy()).contains(puppet);
  }

  @Test
  void an_unchecked_version_cannot_be_approved_and_an_unapproved_one_not_published() {
    builder.build(batch, ORIGIN);

    assertThatThrownBy(() -> approvals.approve(batch, "tom", "")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> publishing.publish(batch)).hasMessageContaining("not approved");
    assertThat(files.workTree(project)).doesNotExist();
  }

  @Test
  void a_rejection_needs_a_reason_and_ends_the_draft() {
    builder.build(batch, ORIGIN);
    check.check(batch);

    assertThatThrownBy(() -> approvals.reject(batch, "tom", "")).isInstanceOf(Refusal.class);
    approvals.reject(batch, "tom", "The card is wrong.");

    assertThat(versions.ofBatch(batch).orElseThrow().state())
        .isEqualTo(DatasetVersion.State.REJECTED);
    assertThatThrownBy(() -> publishing.publish(batch)).hasMessageContaining("not approved");
  }

  @Test
  void the_process_leads_from_the_form_to_a_clone_by_stock_git() throws Exception {
    String submitter = person("sue", Role.DATA_MANAGER);
    // A process owner too: the tests' coverage listener reads definitions with the person's rights.
    String approver = person("tom", Role.DATA_MANAGER, Role.PROCESS_OWNER);
    String engineer = person("eve", Role.TRAINING_ENGINEER);
    String annotator = person("ann", Role.ANNOTATOR);
    database
        .sql("update touchstone.batch set submitted_by = ? where id = ?")
        .params(submitter, batch)
        .update();
    runtime
        .createProcessInstanceByKey("annotation-pipeline")
        .businessKey(batch)
        .startBeforeActivity("release")
        .execute();
    runJobs();
    String task = tasks.ofBatch(batch).get(0).id();

    HttpResponse<String> form = get(approver, "/approvals/" + task);
    JsonNode approval = new ObjectMapper().readTree(form.body());
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    assertThat(approval.get("version").textValue()).isEqualTo("1.0.0");
    assertThat(approval.get("previousVersion").isNull()).isTrue();
    assertThat(approval.get("perLabel").get(0).toString())
        .isEqualTo("{\"id\":\"billing\",\"name\":\"Billing\",\"count\":2}");
    assertThat(approval.get("mayApprove").booleanValue()).isTrue();
    assertThat(approval.get("whyNot").isNull()).isTrue();
    assertThat(approval.get("quality").get("alphaLow").doubleValue()).isEqualTo(0.7);
    assertThat(approval.get("dataCardHtml").textValue()).contains("<table>");
    JsonNode own = new ObjectMapper().readTree(get(submitter, "/approvals/" + task).body());
    assertThat(own.get("mayApprove").booleanValue()).isFalse();
    assertThat(get(annotator, "/approvals/" + task).statusCode()).isEqualTo(403);

    String yes = "{\"decision\":\"approve\",\"reason\":\"\"}";
    HttpResponse<String> refused = post(submitter, "/approvals/" + task, yes);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("a second person has to approve");
    HttpResponse<String> approved = post(approver, "/approvals/" + task, yes);
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    runJobs();

    JsonNode resolved =
        new ObjectMapper()
            .readTree(get(engineer, "/datasets/" + project + "/resolve?ref=latest").body());
    assertThat(resolved.get("version").textValue()).isEqualTo("1.0.0");
    assertThat(resolved.get("dvc").get("url").textValue()).endsWith("/api/v1/dvc/" + project);
    String remote =
        "http://" + engineer + ":" + PASSWORD.replace(" ", "%20") + "@localhost:" + port;
    Tool.run(temporary, "git", "clone", "-q", remote + "/api/v1/git/" + project + ".git", project);
    assertThat(
            Tool.run(temporary.resolve(project), "git", "rev-parse", project + "@v1.0.0^{}")
                .strip())
        .isEqualTo(resolved.get("git").get("commit").textValue());

    String md5 = resolved.get("dvcMd5").textValue();
    String object =
        "/dvc/" + project + "/files/md5/" + md5.substring(0, 2) + "/" + md5.substring(2);
    assertThat(get(engineer, object).body()).startsWith("[{\"md5\": \"");
    assertThat(get(engineer, object).headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable");
    assertThat(get(annotator, object).statusCode()).isEqualTo(403);
    HttpResponse<String> made =
        post(engineer, "/me/tokens", "{\"name\":\"pull\",\"scopes\":[\"read\"],\"days\":1}");
    String token = new ObjectMapper().readTree(made.body()).path("secret").textValue();
    String byToken = "http://token:" + token + "@localhost:" + port + "/api/v1/git/";
    Tool.run(temporary, "git", "clone", "-q", byToken + project + ".git", "by-token");
    assertThat(temporary.resolve("by-token").resolve("README.md")).exists();
    String basic = Machine.basic("token", token);
    assertThat(
            new Machine(port)
                .call("GET", "/api/v1" + object, "", "Authorization", basic)
                .statusCode())
        .isEqualTo(200);
    assertThat(
            get(annotator, "/git/" + project + ".git/info/refs?service=git-upload-pack")
                .statusCode())
        .isEqualTo(403);
    assertThat(get(engineer, "/dvc/" + project + "/files/md5/ab/..%2f..%2fx").statusCode())
        .isBetween(400, 404);
    assertThat(get(engineer, "/datasets/none/versions").statusCode()).isEqualTo(404);
    assertThat(
            get(engineer, "/git/" + project + ".git/info/refs?service=git-receive-pack")
                .statusCode())
        .isEqualTo(403);
  }

  private String publish(String batchId) {
    approve(batchId);
    return publishing.publish(batchId);
  }

  private void approve(String batchId) {
    builder.build(batchId, ORIGIN);
    check.check(batchId);
    approvals.approve(batchId, "tom", "");
  }

  private String person(String name, Role... roles) {
    String id = name + project;
    directory.add(id, name, Optional.of(PASSWORD), Set.of(roles));
    assertThat(directory.find(id)).isEqualTo(Optional.of(new Caller(id, Set.of(roles))));
    return id;
  }

  private void runJobs() {
    for (List<Job> jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
      jobs.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> jobs() {
    return management.createJobQuery().messages().list().stream()
        .filter(job -> businessKey(job).equals(batch))
        .toList();
  }

  private String businessKey(Job job) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceId(job.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }

  private HttpResponse<String> get(String person, String path) throws Exception {
    return send(person, HttpRequest.newBuilder(uri(path)));
  }

  private HttpResponse<String> post(String person, String path, String body) throws Exception {
    return send(
        person,
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + "/api/v1" + path);
  }

  private static HttpResponse<String> send(String person, HttpRequest.Builder request)
      throws Exception {
    String login = person + ":" + PASSWORD;
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            request.header("Authorization", "Basic " + basic).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
