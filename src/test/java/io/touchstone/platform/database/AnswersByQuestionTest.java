package io.touchstone.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A class and marked spans as they stood in two columns, in all tables that held them. */
@DisplayName("What was answered before answers stood by question")
class AnswersByQuestionTest {

  private static final String SPANS =
      """
      [{"start": 0, "end": 4, "label": "drug", "text": "Zinc"},
       {"start": 5, "end": 7, "label": "dose", "text": "5g"}]
      """;
  private static final String LABEL = "{\"label\": \"red\"}";
  private static final String PLACES =
      "{\"spans\": [{\"end\": 4, \"label\": \"drug\", \"start\": 0},"
          + " {\"end\": 7, \"label\": \"dose\", \"start\": 5}]}";

  /** As seals covered a judgement before. */
  private static final String JUDGEMENT_LINE =
      """
      select jsonb_build_array(
               j.id, j.batch_id, j.assignment_id, j.item_id, j.annotator_id, j.role, j.label,
               (select jsonb_agg(s.span - 'text' order by s.number)
                from jsonb_array_elements(j.spans) with ordinality as s (span, number)),
               j.label_schema_version, j.guideline_version, j.active_seconds, j.simulated,
               extract(epoch from j.created_at))::text as line
      from touchstone.judgement j order by j.id
      """;

  private static final String VERDICT_LINE =
      """
      select jsonb_build_array(
               v.id, v.batch_id, v.item_id, v.round, v.label,
               (select jsonb_agg(s.span - 'text' order by s.number)
                from jsonb_array_elements(v.spans) with ordinality as s (span, number)),
               v.method, v.routing_rule, extract(epoch from v.created_at))::text as line
      from touchstone.verdict v order by v.id
      """;

  private static EmbeddedPostgres server;
  private static JdbcClient database;
  private static List<String> sealedJudgements;
  private static List<String> sealedVerdicts;

  @BeforeAll
  static void upgrade() throws IOException {
    server = EmbeddedPostgres.builder().start();
    String url = server.getJdbcUrl("postgres", "postgres").replaceAll("[?].*", "");
    database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    migrate(url, "43");
    database.sql(BEFORE.formatted(SPANS.trim())).update();
    sealedJudgements = strings(JUDGEMENT_LINE);
    sealedVerdicts = strings(VERDICT_LINE);
    migrate(url, "44");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, "postgres", "postgres")
        .schemas("touchstone")
        .defaultSchema("touchstone")
        .target(target)
        .load()
        .migrate();
  }

  private static final String BEFORE =
      """
      set session_replication_role = replica;
      insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role, label,
        spans, label_schema_version, guideline_version, active_seconds, simulated, created_at)
      values ('b', 'a1', 'i1', 'ada', 'annotator', 'red', null, 1, 1, 3.5, false, now()),
             ('b', 'a2', 'i2', 'ada', 'annotator', null, '%1$s', 1, 1, 4, false, now()),
             ('b', 'a3', 'i3', 'ada', 'annotator', null, '[]', 1, 1, 4, false, now());
      insert into touchstone.verdict (batch_id, item_id, round, label, spans, method, routing_rule,
        created_at)
      values ('b', 'i1', 1, 'red', null, 'majority', 'all', now()),
             ('b', 'i2', 1, null, '%1$s', 'adjudication', 'all', now()),
             ('b', 'i3', 1, null, '[]', 'majority', 'all', now());
      insert into touchstone.draft (assignment_id, version, label, spans, active_seconds, saved_at,
        first_saved_at)
      values ('a1', 1, 'red', null, 1, now(), now()), ('a2', 1, null, '%1$s', 1, now(), now()),
             ('a4', 1, null, null, 1, now(), now());
      insert into touchstone.gold_item (item_id, project_key, label, spans, label_schema_version)
      values ('i1', 'p', 'red', null, 1), ('i2', 'p', null, '%1$s', 1);
      insert into touchstone.audit_sample (batch_id, item_id, round, label, spans, drawn_at)
      values ('b', 'i1', 1, 'red', null, now()), ('b', 'i2', 1, null, '%1$s', now());
      insert into touchstone.gold_promotion (project_key, source_item_id, label, spans,
        label_schema_version, proposed_by, proposed_at)
      values ('p', 'i1', 'red', null, 1, 'mia', now()), ('p', 'i2', null, '%1$s', 1, 'mia', now());
      insert into touchstone.suggestion (batch_id, item_id, rank, suggested, score, model, version,
        created_at)
      values ('b', 'i1', 1, '{"label": "red"}', 1, 'm', '1', now()),
             ('b', 'i2', 1, '{"spans": %1$s}', 1, 'm', '1', now());
      insert into touchstone.assignment_arm (assignment_id, batch_id, arm, suggested, decoy)
      values ('a1', 'b', 'shown', '{"label": "red"}', '{"label": "red"}'),
             ('a2', 'b', 'shown', '{"spans": %1$s}', '{"spans": []}');
      insert into touchstone.item_truth (batch_id, round, item_id, labelling_round, label, posterior,
        soft, method, version)
      values ('b', 1, 'i1', 1, 'red', 1, '{"red": 1}', 'majority', '1');
      """;

  @Test
  void has_a_row_for_each_judgement_without_the_text_that_it_covers() {
    assertThat(
            strings("select answer::text from touchstone.judgement_answer order by judgement_id"))
        .containsExactly(LABEL, PLACES, "{\"spans\": []}");
    assertThat(
            strings(
                """
                select concat_ws(' ', question, batch_id, category, labels::text, length(key))
                from touchstone.judgement_answer order by judgement_id
                """))
        .containsExactly("answer b red {red} 32", "answer b {dose,drug} 32", "answer b {} 32");
  }

  @Test
  void has_a_row_for_each_verdict() {
    assertThat(
            strings(
                """
                select concat_ws(' ', item_id, category, answer)
                from touchstone.current_verdict order by id
                """))
        .containsExactly("i1 red " + LABEL, "i2 " + PLACES, "i3 {\"spans\": []}");
    assertThat(
            strings(
                """
                select concat_ws(' ', question, batch_id, item_id, labels::text, length(key))
                from touchstone.verdict_answer order by verdict_id
                """))
        .containsExactly("answer b i1 {red} 32", "answer b i2 {dose,drug} 32", "answer b i3 {} 32");
  }

  @Test
  void stands_under_its_question_where_a_row_says_one_thing_of_one_item() {
    for (String column :
        List.of(
            "answers from touchstone.draft where assignment_id <> 'a4' order by assignment_id",
            "answers from touchstone.gold_item order by item_id",
            "answers from touchstone.audit_sample order by item_id",
            "answers from touchstone.gold_promotion order by source_item_id",
            "suggested from touchstone.suggestion order by item_id",
            "suggested from touchstone.assignment_arm order by assignment_id")) {
      assertThat(strings("select " + column))
          .as(column)
          .containsExactly("{\"answer\": " + LABEL + "}", "{\"answer\": " + PLACES + "}");
    }
    assertThat(strings("select decoy from touchstone.assignment_arm order by assignment_id"))
        .containsExactly("{\"answer\": " + LABEL + "}", "{\"answer\": {\"spans\": []}}");
    assertThat(strings("select answers::text from touchstone.draft where assignment_id = 'a4'"))
        .containsExactly((String) null);
    assertThat(strings("select question from touchstone.item_truth")).containsExactly("answer");
  }

  @Test
  void is_sealed_as_it_was() {
    assertThat(strings(line("io.touchstone.annotation.RecordedJudgementRepository")))
        .isEqualTo(sealedJudgements);
    assertThat(strings(line("io.touchstone.quality.verdict.RecordedVerdictRepository")))
        .isEqualTo(sealedVerdicts);
  }

  /** The line of the rows that a repository tells, in their order. */
  private static String line(String repository) {
    try {
      var constructor = Class.forName(repository).getDeclaredConstructor();
      constructor.setAccessible(true);
      String rows = ((io.touchstone.audit.RecordedRows) constructor.newInstance()).rows();
      return "select line from (" + rows + ") sealed order by row_id";
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> strings(String sql) {
    return database.sql(sql).query((row, number) -> row.getString(1)).list();
  }
}
