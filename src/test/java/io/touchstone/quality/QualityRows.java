package io.touchstone.quality;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a project, a batch and judgements into the database, as the earlier stages leave them. */
public final class QualityRows {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T09:00:00Z");

  private final JdbcClient database;
  private final String batchId;
  private final String project;

  private QualityRows(JdbcClient database, String batchId) {
    this.database = database;
    this.batchId = batchId;
    this.project = "project-of-" + batchId;
  }

  /**
   * A batch, alone in its project, under the labels billing, refund and other, three judgements per
   * item.
   *
   * @param wrappedKey the batch's key under the master key
   */
  public static QualityRows batch(JdbcClient database, String batchId, byte[] wrappedKey) {
    QualityRows rows = new QualityRows(database, batchId);
    rows.insertProject();
    rows.insertBatch(wrappedKey);
    return rows;
  }

  private void insertProject() {
    database
        .sql(
            """
            insert into touchstone.project (key, name, loaded_at)
            values (:key, 'Quality test', :at) on conflict do nothing
            """)
        .param("key", project)
        .param("at", AT)
        .update();
    String settings =
        """
        {"key": "%s", "name": "Quality test", "description": "",
         "task": "CLASSIFICATION", "deidentification": "STANDARD",
         "deidentificationReason": null, "skill": "support", "annotatorsPerItem": 3,
         "labels": [{"id": "billing", "name": "Billing", "hint": ""},
                    {"id": "refund", "name": "Refund", "hint": ""},
                    {"id": "other", "name": "Other", "hint": ""}],
         "goldShare": 0.1, "medianSecondsPerItem": 10, "packageMinutes": 40,
         "minimumSecondsPerItem": 1, "names": [], "licence": "CC0-1.0", "creator": "",
         "contact": ""}
        """
            .formatted(project);
    database
        .sql(
            """
            insert into touchstone.label_schema (project_key, version, labels, sha256, created_at)
            values (:key, 1, :settings::jsonb -> 'labels', '', :at) on conflict do nothing
            """)
        .param("key", project)
        .param("settings", settings)
        .param("at", AT)
        .update();
    database
        .sql(
            """
            insert into touchstone.project_version
              (project_key, version, settings, sha256, label_schema_version, origin, made_by, made_at)
            values (:key, 1, :settings::jsonb, '', 1, 'file', 'system', :at) on conflict do nothing
            """)
        .param("key", project)
        .param("settings", settings)
        .param("at", AT)
        .update();
    database
        .sql(
            """
            insert into touchstone.guideline (project_key, version, markdown, sha256, created_at)
            values (:key, 1, '# Guideline', '', :at) on conflict do nothing
            """)
        .param("key", project)
        .param("at", AT)
        .update();
  }

  private void insertBatch(byte[] wrappedKey) {
    database
        .sql(
            """
            insert into touchstone.batch (id, project_key, submitted_by, created_at, wrapped_key,
              project_version, label_schema_version, guideline_version)
            values (:batch, :project, 'dana', :at, :key, 1, 1, 1)
            """)
        .param("batch", batchId)
        .param("project", project)
        .param("key", wrappedKey)
        .param("at", AT)
        .update();
  }

  /** An item of the batch, not judged yet. */
  public QualityRows item(String itemId) {
    insertItem(itemId, true);
    return this;
  }

  /** An item of the batch with judgements of annotators, one label each, separated by spaces. */
  public QualityRows item(String itemId, String labels) {
    item(itemId);
    int annotator = 0;
    for (String label : labels.split(" ")) {
      annotator++;
      judge(itemId, "annotator-" + annotator, "annotator", label);
    }
    return this;
  }

  public QualityRows gold(String itemId, String label) {
    insertItem(itemId, false);
    database
        .sql(
            """
            insert into touchstone.gold_item (item_id, project_key, answers, label_schema_version)
            values (:item, :project, jsonb_build_object(
              'answer', jsonb_build_object('label', :label::text)), 1)
            """)
        .param("item", itemId)
        .param("project", project)
        .param("label", label)
        .update();
    return this;
  }

  private void insertItem(String itemId, boolean ofBatch) {
    database
        .sql(
            """
            insert into touchstone.item (id, batch_id, project_key, text, content_hash, created_at)
            values (:item, :batch, :project, 'text', :item, :at)
            """)
        .param("item", itemId)
        .param("batch", ofBatch ? batchId : null)
        .param("project", project)
        .param("at", AT)
        .update();
  }

  /** A judgement; a second one of the same person on the same item is a correction. */
  public QualityRows judge(String itemId, String annotator, String role, String label) {
    String kind = role.equals("annotator") ? "annotation" : "adjudication";
    String packageId = batchId + "-" + kind + "-" + annotator;
    database
        .sql(
            """
            insert into touchstone.annotator (id, department) values (:annotator, 'support')
            on conflict do nothing
            """)
        .param("annotator", annotator)
        .update();
    database
        .sql(
            """
            insert into touchstone.work_package
              (id, batch_id, annotator_id, kind, round, number, state, estimated_seconds)
            values (:package, :batch, :annotator, :kind, 1, 1, 'submitted', 60)
            on conflict do nothing
            """)
        .param("package", packageId)
        .param("batch", batchId)
        .param("annotator", annotator)
        .param("kind", kind)
        .update();
    database
        .sql(
            """
            insert into touchstone.assignment
              (id, batch_id, item_id, annotator_id, work_package_id, position)
            values (:assignment, :batch, :item, :annotator, :package, 1) on conflict do nothing
            """)
        .param("assignment", itemId + "-" + annotator)
        .param("batch", batchId)
        .param("item", itemId)
        .param("annotator", annotator)
        .param("package", packageId)
        .update();
    database
        .sql(
            judged(
                """
            insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
              label_schema_version, guideline_version, active_seconds, simulated, created_at)
            values (:batch, :assignment, :item, :annotator, :role, 1, 1, 7.5, true, :at)
            """))
        .param("batch", batchId)
        .param("assignment", itemId + "-" + annotator)
        .param("item", itemId)
        .param("annotator", annotator)
        .param("role", role)
        .param("label", label)
        .param("at", AT)
        .update();
    return this;
  }

  /** Two answers are the same where they are equal. */
  public static final String EXACT = "{\"answer\": 1}";

  /** Judgements with one class each (parameter label). */
  private static String judged(String insert) {
    return """
        with judged as (%s returning id, batch_id)
        insert into touchstone.judgement_answer
          (judgement_id, question, batch_id, answer)
        select j.id, 'answer', j.batch_id, s.answer
        from judged j, lateral (select jsonb_build_object('label', :label::text) as answer) s
        """
        .formatted(insert);
  }

  /** An adjudicator's judgement on an assignment that was planned before. */
  QualityRows judgeAssigned(String itemId, String adjudicator, String label) {
    database
        .sql(
            judged(
                """
            insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
              label_schema_version, guideline_version, active_seconds, simulated, created_at)
            select batch_id, id, item_id, annotator_id, 'adjudicator', 1, 1, 9, true, :at
            from touchstone.assignment where item_id = :item and annotator_id = :adjudicator
            """))
        .param("item", itemId)
        .param("adjudicator", adjudicator)
        .param("label", label)
        .param("at", AT)
        .update();
    return this;
  }

  /** A verdict of the votes. */
  public QualityRows verdict(String itemId, int round, String label) {
    database
        .sql(
            """
            with settled as (
              insert into touchstone.verdict
                (batch_id, item_id, round, method, routing_rule, created_at)
              values (:batch, :item, :round, 'majority', 'unanimous', :at)
              returning id, batch_id, item_id)
            insert into touchstone.verdict_answer
              (verdict_id, question, batch_id, item_id, answer)
            select v.id, 'answer', v.batch_id, v.item_id, s.answer
            from settled v, lateral (select jsonb_build_object('label', :label::text) as answer) s
            """)
        .param("batch", batchId)
        .param("item", itemId)
        .param("round", round)
        .param("label", label)
        .param("at", AT)
        .update();
    return this;
  }

  /** The project lets an unsure item have so many annotators. */
  public QualityRows annotatorsAtMost(int most) {
    database
        .sql(
            """
            with made as (
              insert into touchstone.project_version
                (project_key, version, settings, sha256, label_schema_version, origin, made_by,
                 made_at)
              select project_key, version + 1,
                     settings || jsonb_build_object('maxAnnotatorsPerItem', :most::int), '', 1,
                     'file', 'system', made_at
              from touchstone.project_version where project_key = :project
              order by version desc limit 1 returning project_key, version)
            update touchstone.batch b set project_version = made.version
            from made where b.project_key = made.project_key
            """)
        .param("most", most)
        .param("project", project)
        .update();
    return this;
  }

  /** Mistakes about the label refund are dear. */
  public QualityRows refundIsDear() {
    database
        .sql(
            """
            update touchstone.label_schema
            set labels = jsonb_set(labels, '{1,highRisk}', 'true') where project_key = :project
            """)
        .param("project", project)
        .update();
    return this;
  }

  /**
   * A further measurement, which has inferred the truth of one item.
   *
   * @param soft probabilities by label, as JSON
   */
  public QualityRows truth(String itemId, String soft) {
    database
        .sql(
            """
            with report as (
              insert into touchstone.quality_report
                (batch_id, round, numbers, inputs_sha256, created_at)
              select :batch, coalesce(max(round), 0) + 1, '{}', 'planted', :at
              from touchstone.quality_report where batch_id = :batch
              returning round)
            insert into touchstone.item_truth
              (batch_id, round, item_id, question, labelling_round, posterior, soft, method, version)
            select :batch, round, :item, 'answer', 1, 0.5, :soft::jsonb, 'dawid-skene', 'planted'
            from report
            """)
        .param("batch", batchId)
        .param("item", itemId)
        .param("soft", soft)
        .param("at", AT)
        .update();
    return this;
  }

  /** So many known answers, of which the annotator gets the first ones right. */
  public QualityRows goldOf(String annotator, int items, int right) {
    for (int i = 1; i <= items; i++) {
      String item = batchId + "-gold-of-" + annotator + "-" + i;
      gold(item, "other").judge(item, annotator, "annotator", i <= right ? "other" : "refund");
    }
    return this;
  }

  /** "kind mode annotator: items" of each package that is not submitted. */
  public List<String> openPackages() {
    return database
        .sql(
            """
            select p.kind || ' ' || p.mode || ' ' || p.annotator_id || ': '
                   || string_agg(a.item_id, ' ' order by a.item_id)
            from touchstone.work_package p
            join touchstone.assignment a on a.work_package_id = p.id
            where p.batch_id = :batch and p.state in ('queued', 'open')
            group by p.id order by 1
            """)
        .param("batch", batchId)
        .query(String.class)
        .list();
  }

  /** What the table was asked about an item last. */
  public String askedAbout(String itemId, String input) {
    return database
        .sql(
            """
            select inputs ->> :input from touchstone.item_route
            where item_id = :item order by pass desc limit 1
            """)
        .param("item", itemId)
        .param("input", input)
        .query(String.class)
        .single();
  }

  /** Everybody has handed in what they had open, each item as refund. */
  public QualityRows everybodySubmits() {
    database
        .sql(
            judged(
                """
            insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
              label_schema_version, guideline_version, active_seconds, simulated, created_at)
            select a.batch_id, a.id, a.item_id, a.annotator_id,
                   case p.kind when 'annotation' then 'annotator' else 'adjudicator' end,
                   1, 1, 9, true, :at
            from touchstone.assignment a
            join touchstone.work_package p on p.id = a.work_package_id
            where p.batch_id = :batch and p.state in ('queued', 'open')
            """))
        .param("label", "refund")
        .param("batch", batchId)
        .param("at", AT)
        .update();
    database
        .sql(
            """
            update touchstone.work_package set state = 'submitted'
            where batch_id = :batch and state in ('queued', 'open')
            """)
        .param("batch", batchId)
        .update();
    return this;
  }

  /** "item route rule" of each route, pass by pass. */
  public List<String> routes() {
    return database
        .sql(
            """
            select pass || ' ' || item_id || ' ' || route || ' ' || rule
            from touchstone.item_route where batch_id = :batch order by pass, item_id
            """)
        .param("batch", batchId)
        .query(String.class)
        .list();
  }

  /** What stage 4 has noted about the batch, oldest first. */
  List<String> auditActions() {
    return database
        .sql(
            """
            select action from touchstone.audit_event
            where object = :object
              and action in ('quality_measured', 'items_routed', 'reviews_planned',
                             'verdicts_settled')
            order by seq
            """)
        .param("object", "batch:" + batchId)
        .query(String.class)
        .list();
  }

  /** "item label method rule" of each verdict, by item. */
  public List<String> verdicts() {
    return database
        .sql(
            """
            select v.item_id || ' ' || a.category || ' ' || v.method || ' ' || v.routing_rule
            from touchstone.verdict v join touchstone.verdict_answer a on a.verdict_id = v.id
            where v.batch_id = :batch order by v.item_id
            """)
        .param("batch", batchId)
        .query(String.class)
        .list();
  }
}
