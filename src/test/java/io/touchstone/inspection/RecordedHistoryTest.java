package io.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.audit.AuditChain;
import io.touchstone.audit.ChainCheck;
import io.touchstone.audit.Coverage;
import io.touchstone.audit.History;
import io.touchstone.audit.OfflineVerifier;
import io.touchstone.audit.Superuser;
import io.touchstone.audit.Tampering;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A batch that walked the road to a published version. Other tests write rows past the product into
 * the same database, so the check looks at this batch's rows.
 */
@DisplayName("What people and gates decided")
class RecordedHistoryTest extends InspectionTest {

  private static Road done;

  @Autowired private AuditChain chain;
  @Autowired private History history;
  @TempDir private Path folder;

  @BeforeEach
  void walkedRoad() {
    if (done == null) {
      done = Road.of(beans, Options.standard().gold(0.2, 6)).annotators("ada", "ben");
      done.reviewers("rae").receiveThings(12).untilItRests();
      done.labels("ada", Road.RIGHT);
      done.labels(
          "ben",
          (person, text) -> text.equals("red thing 1") ? "blue" : Road.RIGHT.of(person, text));
      done.untilItRests().labels("rae", Road.RIGHT).untilItRests();
      done.resolve("accept", "One dispute of twelve.").decideRelease("tom", "approve", "");
    }
    while (chain.seal().isPresent()) {
      // Until nothing waits.
    }
  }

  @Test
  void is_covered_by_digests_and_unbroken() {
    History.Found found = history.check(Optional.of(done.batchId()));

    assertThat(found.unbroken()).as(found.toString()).isTrue();
    assertThat(found.coverage()).allSatisfy(each -> assertThat(each.older()).isZero());
    assertThat(rows(found, "judgement")).isEqualTo(count("judgement")).isGreaterThan(24);
    assertThat(rows(found, "verdict")).isEqualTo(count("verdict")).isGreaterThanOrEqualTo(12);
    assertThat(rows(found, "gate-decision")).isEqualTo(count("gate_decision")).isPositive();
    assertThat(rows(found, "quality-report")).isEqualTo(count("quality_report")).isPositive();
    assertThat(rows(found, "hold-resolution")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update touchstone.judgement_answer set answer = '{\"label\": \"green\"}' where judgement_id = :id"
            + " | judgement | was changed",
        "delete from touchstone.judgement_answer where judgement_id = :id | judgement | was changed",
        "update touchstone.judgement set line_form = 1 where id = :id | judgement | was changed",
        "delete from touchstone.judgement where id = :id | judgement | is missing",
        "update touchstone.judgement set recording = null where id = :id | judgement | is missing",
        "update touchstone.verdict_answer set answer = '{\"label\": \"green\"}' where verdict_id = :id"
            + " | verdict | was changed",
        "update touchstone.verdict set superseded_at = now() where id = :id | superseded-verdict |"
            + " bear no number",
        "delete from touchstone.verdict where id = :id | verdict | is missing",
        "update touchstone.gate_decision set verdict = 'pass', rule = 'all-is-well' where id = :id"
            + " and verdict <> 'pass' or id = :id | gate-decision | was changed"
      })
  void names_batch_kind_and_what_happened_to_the_first_row_that_differs(
      String change, String kind, String what) {
    History.Found found = foundAfter(change, newest(table(kind)));

    assertThat(found.unbroken()).isFalse();
    assertThat(found.chain()).isInstanceOf(ChainCheck.Intact.class);
    assertThat(found.difference())
        .hasValueSatisfying(
            difference -> {
              assertThat(difference.kind()).isEqualTo(kind);
              assertThat(difference.sentence()).contains(what);
            });
  }

  @Test
  void names_package_and_item_of_a_judgement_that_was_changed() {
    long id = newest("judgement");
    String item = one("select item_id from touchstone.judgement where id = :id", id);
    String workPackage =
        one(
            """
            select a.work_package_id from touchstone.judgement j
            join touchstone.assignment a on a.id = j.assignment_id where j.id = :id
            """,
            id);

    assertThat(
            foundAfter("update touchstone.judgement set active_seconds = 1 where id = :id", id)
                .difference()
                .orElseThrow()
                .sentence())
        .contains("batch " + done.batchId(), "package:" + workPackage, "item " + item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"recording\": null}", "{\"recording\": 999999999999}"})
  void finds_a_judgement_that_was_slipped_in_under_any_number(String recording) {
    assertThat(
            foundAfter(
                    """
                    insert into touchstone.judgement overriding system value
                    select r.* from touchstone.judgement t, jsonb_populate_record(t,
                      jsonb_build_object('id', (select max(id) + 1 from touchstone.judgement))
                      || '%s'::jsonb) r
                    where t.id = :id
                    """
                        .formatted(recording),
                    newest("judgement"))
                .unbroken())
        .isFalse();
  }

  @Test
  void stays_unbroken_when_the_text_that_spans_cover_is_erased() {
    try (Superuser superuser = Superuser.of(beans)) {
      History.Found found =
          superuser.undone(
              database -> {
                database.sql("update touchstone.item set text = ''").update();
                database.sql("delete from touchstone.audit_reason").update();
                return superuser.check(Optional.of(done.batchId()));
              });
      assertThat(found.unbroken()).isTrue();
    }
  }

  @Test
  void cannot_be_changed_by_the_applications_own_role() {
    for (String table :
        List.of(
            "audit_event",
            "audit_seal",
            "judgement",
            "judgement_answer",
            "verdict",
            "verdict_answer",
            "gate_decision",
            "quality_report",
            "hold_resolution",
            "batch_acceptance",
            "recorded_rows",
            "manifest_seal")) {
      assertThatThrownBy(() -> database.sql("delete from touchstone." + table).update())
          .as(table)
          .rootCause()
          .hasMessageContaining("permission denied for table " + table);
    }
    assertThatThrownBy(
            () -> database.sql("update touchstone.verdict set method = 'adjudication'").update())
        .rootCause()
        .hasMessageContaining("permission denied for table verdict");
    for (String table : List.of("judgement_answer", "verdict_answer")) {
      assertThatThrownBy(
              () ->
                  database
                      .sql("update touchstone." + table + " set answer = '{\"label\": \"green\"}'")
                      .update())
          .as(table)
          .rootCause()
          .hasMessageContaining("permission denied for table " + table);
    }
    assertThatThrownBy(
            () -> database.sql("alter table touchstone.judgement disable trigger all").update())
        .rootCause()
        .hasMessageContaining("must be owner");
  }

  @Test
  void an_emptied_trail_with_its_seals_is_never_unbroken() {
    try (Superuser superuser = Superuser.of(beans)) {
      History.Found found =
          superuser.undone(
              database -> {
                for (String table : List.of("audit_unsealed", "audit_event", "audit_seal")) {
                  database.sql("delete from touchstone." + table).update();
                }
                return superuser.check(Optional.empty());
              });
      assertThat(found.chain())
          .isInstanceOfSatisfying(
              ChainCheck.Broken.class,
              broken ->
                  assertThat(broken.sentence())
                      .contains("newest-audit-seal.json", "it was emptied, shortened"));
    }
  }

  @Test
  void the_set_of_processes_that_a_start_deployed_is_in_the_trail_with_its_hash() {
    JsonNode events = read("/events?action=processes_deployed").get("events");

    JsonNode first = events.get(events.size() - 1);
    assertThat(first.get("actor").asText()).isEqualTo("system");
    assertThat(first.get("details").get("why").asText()).isEqualTo("files-changed");
    assertThat(first.get("details").get("set").asText()).hasSize(64);
  }

  @Test
  void auditors_read_what_is_covered_and_where_the_newest_seal_is_kept() {
    JsonNode check = read("/check?batch={batch}", done.batchId());

    assertThat(check.get("unbroken").asBoolean()).as(check.toString()).isTrue();
    assertThat(check.get("sentence").asText()).contains("rows are as they were recorded");
    assertThat(check.get("outside").asText()).contains("newest-audit-seal.json");
    assertThat(check.get("role").asText()).contains("may add to the append-only tables");
  }

  @Test
  void can_be_checked_from_the_exported_files_down_to_the_row() throws IOException {
    Path events = exported("/events/export?format=jsonl", "events.jsonl");
    Path seals = exported("/seals", "seals.jsonl");
    Path rows = exported("/rows", "rows.jsonl");
    Path seal = data().resolve("newest-audit-seal.json");

    assertThat(verify(events, seals, rows, seal))
        .startsWith("0 Unbroken: ")
        .contains("rows as they were recorded", "the newest seal outside is among them");

    String judgement =
        Files.readAllLines(rows).stream()
            .filter(line -> line.contains("\"kind\":\"judgement\"") && line.contains("\\\"red\\\""))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        rows,
        Files.readString(rows)
            .replace(judgement, judgement.replace("\\\"red\\\"", "\\\"blue\\\"")));
    assertThat(verify(events, seals, rows, seal)).startsWith("1 Broken: judgement, batch ");

    Files.writeString(events, "");
    Files.writeString(seals, "");
    assertThat(verify(events, seals, rows, seal)).startsWith("1 Broken: ");
    assertThat(verify(events, seals)).startsWith("1 Broken: the trail is empty");
  }

  @Test
  @Tag("slow")
  void a_hundred_random_changes_by_a_superuser_are_all_found() {
    try (Superuser superuser = Superuser.of(beans)) {
      List<Tampering.Attempt> attempts =
          new Tampering(superuser, Optional.of(done.batchId()), 20_260_301).attempts(100);

      assertThat(attempts).filteredOn(attempt -> !attempt.found()).isEmpty();
    }
  }

  private History.Found foundAfter(String change, long id) {
    try (Superuser superuser = Superuser.of(beans)) {
      return superuser.undone(
          as -> {
            assertThat(as.sql(change).param("id", id).update()).isEqualTo(1);
            return superuser.check(Optional.of(done.batchId()));
          });
    }
  }

  private static String table(String kind) {
    return kind.replace("superseded-", "").replace('-', '_');
  }

  private long newest(String table) {
    return database
        .sql("select max(id) from touchstone." + table + " where batch_id = ?")
        .param(done.batchId())
        .query(Long.class)
        .single();
  }

  private String one(String sql, long id) {
    return database.sql(sql).param("id", id).query(String.class).single();
  }

  private static long rows(History.Found found, String kind) {
    return found.coverage().stream()
        .filter(each -> each.kind().equals(kind))
        .mapToLong(Coverage::rows)
        .sum();
  }

  private long count(String table) {
    return database
        .sql("select count(*) from touchstone." + table + " where batch_id = ?")
        .param(done.batchId())
        .query(Long.class)
        .single();
  }

  private Path exported(String path, String name) throws IOException {
    String text = as(user(Role.AUDITOR)).getForObject("/api/v1/audit" + path, String.class);
    return Files.writeString(folder.resolve(name), text);
  }

  private static String verify(Path events, Path seals, Path... more) {
    List<String> files = new java.util.ArrayList<>(List.of(events.toString(), seals.toString()));
    if (more.length > 0) {
      files.add("rows=" + more[0]);
      files.add("newest-seal=" + more[1]);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = OfflineVerifier.run(files, new PrintStream(said, true, StandardCharsets.UTF_8));
    return status + " " + said.toString(StandardCharsets.UTF_8);
  }
}
