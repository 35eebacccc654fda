package io.touchstone.release.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Splits;
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
import io.touchstone.release.version.Check;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.DatasetVersionRepository;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The release of a project that says {@code formats: [jsonl, csv]}. */
class CsvStageTest extends IntegrationTest {

  private static final String PASSWORD = "correct horse battery";
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
  @Autowired private ManagementService management;
  @Autowired private PersonTasks tasks;
  @Autowired private Directory directory;
  @LocalServerPort private int port;

  @Test
  void is_checked_shown_approved_and_fetched_in_both_formats() throws Exception {
    ReleaseFixture fixture = new ReleaseFixture(beans, "cells");
    fixture.project(Samples.LABELS, Splits.NONE, List.of("csv"));
    String batch = hostileBatch(fixture);
    String approver = person("csvtom", Role.DATA_MANAGER, Role.PROCESS_OWNER);
    String engineer = person("csveve", Role.TRAINING_ENGINEER);

    runtime
        .createProcessInstanceByKey("annotation-pipeline")
        .businessKey(batch)
        .startBeforeActivity("release")
        .execute();
    runJobs(batch);
    String task = tasks.ofBatch(batch).get(0).id();
    JsonNode shown = json(approver, "/approvals/" + task);
    assertThat(shown.path("checks").toString())
        .contains(
            "{\"name\":\"Round trip, CSV\",\"passed\":true,\"because\":\"All 4 records read back"
                + " from the files of CSV equal the database. Not in them: votes of 4 records, soft"
                + " labels of 1 record.\"}");
    assertThat(shown.path("dataCardHtml").asText())
        .contains("not in it: votes of 4 records, soft labels of 1 record");
    HttpResponse<String> approved =
        new Machine(port)
            .call(
                "POST",
                "/api/v1/approvals/" + task,
                "{\"decision\":\"approve\",\"reason\":\"\"}",
                "Authorization",
                Machine.basic(approver, PASSWORD));
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    runJobs(batch);

    assertThat(
            database
                .sql(
                    "select verdict || ' ' || (inputs ->> 'roundTripExact')"
                        + " from touchstone.gate_decision where batch_id = ?")
                .param(batch)
                .query(String.class)
                .single())
        .isEqualTo("pass true");
    Path published = files.workTree("cells").resolve("cells");
    assertThat(Tool.run(published, "sha256sum", "-c", "sha256sums.txt"))
        .contains("csv/all-00000-of-00001.csv: OK")
        .doesNotContain("FAILED");
    assertThat(Files.readString(published.resolve("csv/all-00000-of-00001.csv")))
        .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"")
        .contains("\"'\"\"@SUM(1)\r\n");
    JsonNode resolved = json(engineer, "/datasets/cells/resolve?ref=latest");
    String md5 = resolved.path("dvcMd5").asText();
    String manifest = "/dvc/cells/files/md5/" + md5.substring(0, 2) + "/" + md5.substring(2);
    assertThat(call(engineer, manifest).body())
        .contains("\"relpath\": \"csv/all-00000-of-00001.csv\"");
    assertThat(unpacked(engineer, "/datasets/cells/versions/1.0.0/archive"))
        .contains("csv/all-00000-of-00001.csv: OK")
        .doesNotContain("FAILED");
  }

  @Test
  void holds_where_its_cells_are_not_what_the_rows_say() throws Exception {
    ReleaseFixture fixture = new ReleaseFixture(beans, "spoilt");
    fixture.project(Samples.LABELS, Splits.NONE, List.of("csv"));
    String batch = hostileBatch(fixture);
    builder.build(batch, ORIGIN);
    Path cells = files.staging(batch).resolve("csv/all-00000-of-00001.csv");
    String right = Files.readString(cells);
    Files.writeString(cells, right.replace("No power", "No tower"));
    Checksums.write(files.staging(batch));
    // The draft is of these files now, as if they had been written so.
    database
        .sql("update touchstone.dataset_version set root_sha256 = ? where batch_id = ?")
        .params(Checksums.root(files.staging(batch)), batch)
        .update();

    RoundTrip outcome = check.check(batch);

    assertThat(outcome.exact()).isFalse();
    assertThat(outcome.checks())
        .filteredOn(each -> !each.passed())
        .singleElement()
        .extracting(Check::name, Check::because)
        .containsExactly(
            "Round trip, CSV",
            "3 records equal the database, 1 differ, 0 are missing, 0 are too many."
                + " No item id occurs twice, and all files are in order.");
  }

  @Test
  void added_later_makes_a_patch_of_the_same_records() {
    ReleaseFixture fixture = new ReleaseFixture(beans, "later");
    fixture.project(Samples.LABELS);
    publish(hostileBatch(fixture));
    fixture.formats(List.of("csv"));

    publish(fixture.batch(2, "sue", 1));

    assertThat(versions.latest("later").orElseThrow().version()).isEqualTo("1.0.1");
    assertThat(files.workTree("later").resolve("later/csv")).isDirectory();
    assertThat(versions.latest("later").orElseThrow().records()).isEqualTo(4);
  }

  private String hostileBatch(ReleaseFixture fixture) {
    String batch = fixture.batch(1, "sue", 1);
    fixture.item(batch, 1, "=HYPERLINK(\"http://example.org\")", "billing");
    fixture.item(batch, 2, "\"@SUM(1)\r\n\uD83D\uDE00, \"x\"", "outage");
    fixture.item(batch, 3, "'-1", "billing");
    fixture.item(batch, 4, "No power", "outage");
    fixture.truth(batch, 1, ReleaseFixture.itemId(batch, 4), "{\"outage\": 1.0}", "majority");
    return batch;
  }

  private void publish(String batch) {
    builder.build(batch, ORIGIN);
    check.check(batch);
    approvals.approve(batch, "tom", "");
    publishing.publish(batch);
  }

  private String person(String id, Role... roles) {
    directory.add(id, id, Optional.of(PASSWORD), Set.of(roles));
    return id;
  }

  private HttpResponse<String> call(String person, String path) {
    return new Machine(port)
        .call("GET", "/api/v1" + path, "", "Authorization", Machine.basic(person, PASSWORD));
  }

  private JsonNode json(String person, String path) throws Exception {
    HttpResponse<String> answer = call(person, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  /** What sha256sum says of the archive that a person fetches. */
  private String unpacked(String person, String path) throws Exception {
    Path zip = temporary.resolve("version.zip");
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", Machine.basic(person, PASSWORD))
                .build(),
            HttpResponse.BodyHandlers.ofFile(zip));
    Tool.run(temporary, "python3", "-m", "zipfile", "-e", "version.zip", ".");
    return Tool.run(temporary.resolve("cells-1.0.0"), "sha256sum", "-c", "sha256sums.txt");
  }

  private void runJobs(String batch) {
    for (List<Job> jobs = jobs(batch); !jobs.isEmpty(); jobs = jobs(batch)) {
      jobs.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> jobs(String batch) {
    return management.createJobQuery().messages().list().stream()
        .filter(
            job ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceId(job.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey()
                    .equals(batch))
        .toList();
  }
}
