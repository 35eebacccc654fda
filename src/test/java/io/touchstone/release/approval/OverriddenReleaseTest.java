package io.touchstone.release.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.platform.web.Refusal;
import io.touchstone.release.ReleaseFixture;
import io.touchstone.release.Samples;
import io.touchstone.release.build.DatasetBuilder;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.publication.Publishing;
import io.touchstone.release.roundtrip.RoundTripCheck;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.DatasetVersionRepository;
import io.touchstone.workforce.PseudonymKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a dataset says of batches that went on against their gates. */
class OverriddenReleaseTest extends IntegrationTest {

  private static final AtomicInteger PROJECTS = new AtomicInteger();
  private static final String BECAUSE =
      "In the blind sample 3 of 5 items are wrong; up to 0 may be.";
  private static final String FIGURES =
      "{\"wrongItems\": 3, \"inspectedItems\": 5, \"acceptanceNumber\": 0, \"limitingQuality\":"
          + " 0.369}";
  private static final String REASON = "The three are <b>borderline</b>";
  private static final ProcessOrigin ORIGIN =
      new ProcessOrigin("annotation-pipeline", 1, "d00d", "any", Optional.of("5e7ab1e5e7"));

  @Autowired private BeanFactory beans;
  @Autowired private DatasetBuilder builder;
  @Autowired private RoundTripCheck check;
  @Autowired private Approvals approvals;
  @Autowired private NotTheApprover acceptance;
  @Autowired private Publishing publishing;
  @Autowired private DatasetVersionRepository versions;
  @Autowired private DatasetFiles files;
  @Autowired private PseudonymKeys keys;

  private String project;
  private ReleaseFixture fixture;
  private String batch;

  @BeforeEach
  void a_batch_of_two_items() {
    project = "overridden" + PROJECTS.incrementAndGet();
    fixture = new ReleaseFixture(beans, project);
    fixture.project(Samples.LABELS);
    batch = batch(1);
  }

  private String batch(int number) {
    String id = fixture.batch(number, "sue", 1);
    fixture.item(id, 1, "Invoice " + number, "billing");
    fixture.item(id, 2, "No power " + number, "outage");
    return id;
  }

  private void accepted(String batchId, String person) {
    long gate =
        fixture.held(batchId, "quality-assurance", "sample-rejected-again", BECAUSE, FIGURES);
    fixture.resolved(gate, batchId, "accept", person, REASON);
  }

  private String publish(String batchId) {
    build(batchId);
    approvals.approve(batchId, "tom", "");
    return publishing.publish(batchId);
  }

  private void build(String batchId) {
    builder.build(batchId, ORIGIN);
    check.check(batchId);
  }

  private String published(String file) {
    try {
      return Files.readString(files.workTree(project).resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> lineage() {
    return published(project + "/lineage/all-00000-of-00001.jsonl").lines().toList();
  }

  @Test
  void
      an_acceptance_against_a_gate_stands_in_card_changelog_version_json_and_lineage_with_figures_who_and_why()
          throws Exception {
    accepted(batch, "uma");
    String uma = keys.of(project).of("uma");

    publish(batch);

    String line =
        "Batch %s-1 after quality-assurance: the table `gate-quality-assurance`, version 3, answered held (sample-rejected-again). %s Figures: acceptanceNumber 0, inspectedItems 5, limitingQuality 0.369, wrongItems 3. Accepted by %s. Reason: The three are \\\\<b\\\\>borderline\\\\</b\\\\>."
            .replace("\\\\", "\\")
            .formatted(project, BECAUSE, uma);
    assertThat(published("README.md"))
        .contains("## Accepted against a gate\n")
        .contains("- " + line);
    assertThat(published("CHANGELOG.md")).contains("- accepted against a gate: " + line + "\n");
    JsonNode override =
        new ObjectMapper()
            .readTree(published("release/1.0.0/version.json"))
            .get("overrides")
            .get(0);
    assertThat(override.get("batchId").textValue()).isEqualTo(batch);
    assertThat(override.get("gate").textValue()).isEqualTo("gate-quality-assurance");
    assertThat(override.get("rule").textValue()).isEqualTo("sample-rejected-again");
    assertThat(override.get("because").textValue()).isEqualTo(BECAUSE);
    assertThat(override.get("figures").toString())
        .isEqualTo(
            "{\"acceptanceNumber\":0,\"inspectedItems\":5,\"limitingQuality\":0.369,\"wrongItems\":3}");
    assertThat(override.get("by").textValue()).isEqualTo(uma);
    assertThat(override.get("at").textValue()).isEqualTo("2031-03-01T09:00:00Z");
    assertThat(override.get("reason").textValue()).isEqualTo(REASON);
    assertThat(lineage())
        .hasSize(2)
        .allSatisfy(
            record ->
                assertThat(record)
                    .endsWith(
                        (",\"overrides\":[{\"batchId\":\"%s\",\"stage\":\"quality-assurance\",\"gate\":\"gate-quality-assurance\",\"gateVersion\":3,\"verdict\":\"held\",\"rule\":\"sample-rejected-again\",\"because\":\"%s\","
                                + "\"figures\":{\"acceptanceNumber\":0,\"inspectedItems\":5,\"limitingQuality\":0.369,\"wrongItems\":3},\"by\":\"%s\"}]}")
                            .formatted(batch, BECAUSE, uma)));
  }

  @Test
  void whoever_accepted_appears_in_no_published_byte_by_user_id() throws Exception {
    accepted(batch, "uma");

    publish(batch);

    for (Path root : List.of(files.workTree(project), files.dvcRemote(project))) {
      for (String file : Checksums.files(root)) {
        String text = Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file).doesNotContainPattern("\\buma\\b");
      }
    }
  }

  @Test
  void whoever_accepted_a_batch_against_its_gate_cannot_approve_its_version_and_another_can() {
    accepted(batch, "uma");
    build(batch);

    assertThatThrownBy(() -> approvals.approve(batch, "uma", ""))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(403);
              assertThat(refusal.type()).isEqualTo("own-override");
            })
        .hasMessage(
            "You accepted this batch against its gate gate-quality-assurance, so another person has"
                + " to approve its dataset version.");
    approvals.approve(batch, "tom", "");
    assertThat(versions.ofBatch(batch).orElseThrow().approvedBy()).contains("tom");
  }

  @Test
  void whoever_approved_a_version_cannot_accept_its_batch_against_the_gate_that_follows() {
    build(batch);
    approvals.approve(batch, "tom", "");

    assertThat(acceptance.objection(batch, "tom").orElseThrow().status()).isEqualTo(403);
    assertThat(acceptance.objection(batch, "uma")).isEmpty();
  }

  @Test
  void
      what_the_last_gate_is_overridden_for_after_the_approval_is_in_the_files_that_are_published() {
    build(batch);
    approvals.approve(batch, "tom", "");
    long gate =
        fixture.held(batch, "release", "too-small", "Two records are few.", "{\"records\": 2}");
    fixture.resolved(gate, batch, "accept", "uma", "A pilot.");

    publishing.publish(batch);

    assertThat(published("README.md")).contains("Two records are few. Figures: records 2.");
    assertThat(published("release/1.0.0/version.json")).contains("\"rule\": \"too-small\"");
    assertThat(versions.latest(project).orElseThrow().approvedBy()).contains("tom");
  }

  @Test
  void
      where_the_process_led_on_past_a_gate_without_anybody_the_dataset_says_that_nobody_accepted() {
    fixture.held(batch, "annotation", "pace-not-believed", "One package is too fast.", "{}");

    publish(batch);

    assertThat(published("README.md"))
        .contains("One package is too fast. Nobody accepted it: the process led on.");
    assertThat(lineage()).allSatisfy(record -> assertThat(record).doesNotContain("\"by\""));
  }

  @Test
  void a_hold_whose_stage_was_repeated_and_then_passed_is_no_override() {
    long gate = fixture.held(batch, "annotation", "pace-not-believed", "Too fast.", "{}");
    fixture.resolved(gate, batch, "repeat", "uma", "");

    publish(batch);

    assertThat(published("README.md")).doesNotContain("Accepted against a gate");
    assertThat(published("release/1.0.0/version.json")).doesNotContain("overrides");
    assertThat(lineage()).allSatisfy(record -> assertThat(record).doesNotContain("overrides"));
  }

  @Test
  void a_later_version_goes_on_saying_so_in_its_card_and_an_erased_reason_is_said_to_be_gone() {
    accepted(batch, "uma");
    publish(batch);
    fixture.reasonsErased("uma");
    String second = batch(2);

    assertThat(publish(second)).isEqualTo("1.1.0");

    assertThat(published("README.md"))
        .contains("Accepted by " + keys.of(project).of("uma") + ". Reason: no longer on record.")
        .doesNotContain("borderline");
    assertThat(published("CHANGELOG.md").split("accepted against a gate", -1)).hasSize(2);
    assertThat(lineage())
        .filteredOn(record -> record.contains("\"overrides\""))
        .hasSize(2)
        .allSatisfy(record -> assertThat(record).contains("\"businessKey\":\"any\""));
  }

  @Test
  void version_json_card_and_lineage_name_the_version_of_the_whole_set_of_processes() {
    publish(batch);

    assertThat(published("release/1.0.0/version.json")).contains("\"setSha256\": \"5e7ab1e5e7\"");
    assertThat(published("README.md"))
        .contains("SHA-256 of the listing of all processes")
        .contains("| " + batch + " | 5e7ab1e5e7 |");
    assertThat(lineage())
        .allSatisfy(record -> assertThat(record).contains("\"setSha256\":\"5e7ab1e5e7\""));
  }
}
