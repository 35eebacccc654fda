package io.touchstone.release;

import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.TrailAt;
import io.touchstone.platform.database.Json;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettingsBuilder;
import io.touchstone.project.Splits;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of an invented project whose batches have passed stage 4. */
public final class ReleaseFixture {

  private static final OffsetDateTime AT =
      OffsetDateTime.ofInstant(Instant.parse("2031-03-01T09:00:00Z"), ZoneOffset.UTC);
  private static final List<String> ANNOTATORS = List.of("ada", "ben", "cleo");

  private final JdbcClient database;
  private final Json json;
  private final AuditTrail trail;
  private final String project;
  private int projectVersion = 1;

  public ReleaseFixture(BeanFactory beans, String project) {
    this.database = beans.getBean(JdbcClient.class);
    this.json = beans.getBean(Json.class);
    this.trail = TrailAt.of(beans, AT.toInstant());
    this.project = project;
  }

  public void project(List<Label> labels) {
    project(labels, Splits.NONE);
  }

  public void project(List<Label> labels, Splits splits) {
    project(labels, splits, List.of());
  }

  /**
   * A project whose datasets have further formats.
   *
   * @param formats beside JSON Lines
   */
  public void project(List<Label> labels, Splits splits, List<String> formats) {
    ProjectSettings settings =
        ProjectSettingsBuilder.ofClasses(project)
            .described("Support tickets", "Routes invented tickets.")
            .labels(labels)
            .skill("tickets")
            .annotatorsPerItem(3, 3)
            .goldShare(0.1)
            .pace(5, 20, 0.5)
            .published("CC-BY-4.0", "Example Ltd", "data@example.org")
            .recognise(ProjectSettings.ByContext.DEFAULT)
            .splits(splits)
            .formats(formats)
            .build();
    run(
        "insert into touchstone.project (key, name, loaded_at) values (?, 'Support tickets', ?)",
        project,
        AT);
    schema(1, labels);
    run(
        "insert into touchstone.project_version (project_key, version, settings, sha256,"
            + " label_schema_version, origin, made_by, made_at)"
            + " values (?, 1, ?::jsonb, 'x', 1, 'file', 'system', ?)",
        project,
        json.write(settings),
        AT);
    run("insert into touchstone.guideline values (?, 1, '# Guide', 'x', ?)", project, AT);
    for (String annotator : ANNOTATORS) {
      run(
          "insert into touchstone.annotator (id, department) values (?, 'x')"
              + " on conflict do nothing",
          annotator);
    }
  }

  /** A later version of the project in these formats; batches made from now on have it. */
  public void formats(List<String> formats) {
    run(
        "insert into touchstone.project_version (project_key, version, settings, sha256,"
            + " label_schema_version, origin, made_by, made_at)"
            + " select project_key, 2, settings || jsonb_build_object('formats', ?::jsonb), 'y', 1,"
            + " origin, made_by, made_at from touchstone.project_version"
            + " where project_key = ? and version = 1",
        json.write(formats),
        project);
    projectVersion = 2;
  }

  public void schema(int version, List<Label> labels) {
    run(
        "insert into touchstone.label_schema values (?, ?, ?::jsonb, 'x', ?)",
        project,
        version,
        json.write(labels),
        AT);
  }

  public String batch(int number, String submittedBy, int schema) {
    String id = project + "-" + number;
    run(
        "insert into touchstone.batch (id, project_key, submitted_by, created_at, wrapped_key,"
            + " project_version, label_schema_version, guideline_version)"
            + " values (?, ?, ?, ?, '', ?, ?, 1)",
        id,
        project,
        submittedBy,
        AT.plusDays(number),
        projectVersion,
        schema);
    run(
        "insert into touchstone.source_object (id, batch_id, position, media_type, bytes, digest,"
            + " object_key, rows) values (?, ?, 1, 'text/csv', 10, ?, ?, 9)",
        "source-" + id,
        id,
        "5e1f" + number,
        "object-" + id);
    for (String annotator : ANNOTATORS) {
      run(
          "insert into touchstone.work_package (id, batch_id, annotator_id, kind, round, number,"
              + " state, estimated_seconds) values (?, ?, ?, 'annotation', 1, 1, 'submitted', 60)",
          "package-" + id + annotator,
          id,
          annotator);
    }
    run(
        "insert into touchstone.quality_report values (?, 1, ?::jsonb, 'x', ?)",
        id,
        """
        {"percentAgreement": 0.9, "adjudicatedItems": 1,
         "alpha": {"value": 0.81, "ciLow": 0.7, "ciHigh": 0.9}, "gold": {"count": 9, "accuracy": 1.0}}
        """,
        AT);
    return id;
  }

  /** Has items be of one group of near duplicates, each with a number within the project. */
  public void group(int group, String... items) {
    for (String item : items) {
      run(
          "insert into touchstone.near_duplicate (item_id, project_key, batch_id, number, bands,"
              + " group_number) select id, project_key, batch_id, 1 + (select coalesce(max(number),"
              + " 0) from touchstone.near_duplicate where project_key = ?), '{}', ?"
              + " from touchstone.item where id = ?"
              + " on conflict (item_id) do update set group_number = excluded.group_number",
          project,
          group,
          item);
    }
  }

  /** A measurement of the batch with what it inferred about an item, as stage 4 leaves them. */
  public void truth(String batch, int round, String item, String soft, String method) {
    run(
        "insert into touchstone.quality_report values (?, ?, '{}'::jsonb, 'x', ?)"
            + " on conflict do nothing",
        batch,
        round,
        AT);
    run(
        "insert into touchstone.item_truth (batch_id, round, item_id, question, labelling_round, label,"
            + " posterior, soft, method, version) values (?, ?, ?, 'answer', 1, 'outage', 0.9, ?::jsonb, ?,"
            + " '1')",
        batch,
        round,
        item,
        soft,
        method);
  }

  /** An item that all three gave one label, and its verdict. */
  public String item(String batch, int row, String text, String label) {
    String id = itemId(batch, row);
    run(
        "insert into touchstone.item (id, batch_id, project_key, text, content_hash, created_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        batch,
        project,
        text,
        "hash" + row,
        AT);
    run(
        "insert into touchstone.manifest_entry (batch_id, source_id, row_number, status, item_id,"
            + " findings, policy_sha256, created_at)"
            + " values (?, ?, ?, 'ok', ?, '{\"EMAIL\": 2}', 'ab12', ?)",
        batch,
        "source-" + batch,
        row,
        id,
        AT);
    for (String annotator : ANNOTATORS) {
      String assignment = "assignment-" + id + annotator;
      run(
          "insert into touchstone.assignment values (?, ?, ?, ?, ?, ?)",
          assignment,
          batch,
          id,
          annotator,
          "package-" + batch + annotator,
          row);
      judgement(batch, id, annotator, label);
    }
    verdict(batch, id, 1, label);
    return id;
  }

  public static String itemId(String batch, int row) {
    return String.format(
        Locale.ROOT, "%08x%08x", batch.hashCode(), row * 2_654_435_761L & 0xffffffffL);
  }

  public void judgement(String batch, String item, String annotator, String label) {
    run(
        """
        with judged as (
          insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
            label_schema_version, guideline_version, active_seconds, simulated, created_at)
          values (?, ?, ?, ?, 'annotator', 1, 1, 4, false, ?)
          returning id, batch_id)
        insert into touchstone.judgement_answer
          (judgement_id, question, batch_id, answer)
        select j.id, 'answer', j.batch_id, s.answer
        from judged j, lateral (select jsonb_build_object('label', ?::text) as answer) s
        """,
        batch,
        "assignment-" + item + annotator,
        item,
        annotator,
        AT,
        label);
  }

  public void verdict(String batch, String item, int round, String label) {
    run(
        """
        with settled as (
          insert into touchstone.verdict (batch_id, item_id, round, method, routing_rule, created_at)
          values (?, ?, ?, 'majority', 'clear-majority', ?)
          returning id, batch_id, item_id)
        insert into touchstone.verdict_answer
          (verdict_id, question, batch_id, item_id, answer)
        select v.id, 'answer', v.batch_id, v.item_id, s.answer
        from settled v, lateral (select jsonb_build_object('label', ?::text) as answer) s
        """,
        batch,
        item,
        round,
        AT,
        label);
  }

  public void gold(String item) {
    run(
        "insert into touchstone.gold_item (item_id, project_key, answers, label_schema_version)"
            + " values (?, ?, '{\"answer\": {\"label\": \"billing\"}}', 1)",
        item,
        project);
  }

  /** A gate decided something else than pass on these inputs. */
  public long held(String batch, String stage, String rule, String because, String inputs) {
    return database
        .sql(
            "insert into touchstone.gate_decision (batch_id, stage, decision_key, decision_version,"
                + " decision_definition_id, inputs, verdict, rule, because, created_at)"
                + " values (?, ?, ?, 3, 'gate:3', ?::jsonb, 'held', ?, ?, ?) returning id")
        .params(batch, stage, "gate-" + stage, inputs, rule, because, AT)
        .query(Long.class)
        .single();
  }

  /** A person decided how a held batch goes on, and wrote why. */
  public void resolved(long gate, String batch, String decision, String person, String reason) {
    run(
        "insert into touchstone.hold_resolution (gate_decision_id, decision, decided_by, figures,"
            + " created_at) values (?, ?, ?, (select inputs from touchstone.gate_decision"
            + " where id = ?), ?)",
        gate,
        decision,
        person,
        gate,
        AT);
    trail.recordWithReason(person, "hold_resolved", "batch:" + batch, Map.of(), reason);
  }

  /** The reasons that a person gave are erased. */
  public void reasonsErased(String person) {
    run(
        "delete from touchstone.audit_reason where audit_seq in"
            + " (select seq from touchstone.audit_event where actor = ?)",
        person);
  }

  public List<Map<String, Object>> audit(String object) {
    return database
        .sql("select actor, action from touchstone.audit_event where object = ? order by seq")
        .param(object)
        .query()
        .listOfRows();
  }

  private void run(String sql, Object... values) {
    database.sql(sql).params(values).update();
  }
}
