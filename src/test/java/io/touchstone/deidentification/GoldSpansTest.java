package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.answer.Answer;
import io.touchstone.answer.ItemText;
import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.ingestion.gold.GoldIntake;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.project.TestProjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Gold spans are places of the raw text; what is stored are places of the text people see. */
@Transactional
class GoldSpansTest extends IntegrationTest {

  private static final String FILE = "projects/gold-spans/gold.jsonl";

  @Autowired private GoldIntake gold;
  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  private Project project;

  @BeforeEach
  void project() {
    TestProjects.storeSpans(beans, "gold-spans", TestProjects.Options.standard(), false);
    project = beans.getBean(Projects.class).require("gold-spans");
  }

  private void load(String... marked) {
    List<GoldLine> lines = new ArrayList<>();
    for (String each : marked) {
      MarkedText text = MarkedText.of(each);
      lines.add(
          new GoldLine(
              lines.size() + 1, "g-" + lines.size(), text.text(), new SpanSet(text.spans())));
    }
    gold.load(project, FILE, lines);
  }

  private List<String> stored() {
    return database
        .sql(
            """
            select i.text || ' | ' || coalesce((
              select string_agg(format('%s-%s %s %s', s ->> 'start', s ->> 'end', s ->> 'label',
                                       s ->> 'text'), ', ')
              from jsonb_array_elements(
                touchstone.answers_on(g.answers, i.text) -> 'answer' -> 'spans') s), 'nothing')
            from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
            where g.project_key = 'gold-spans' order by i.external_id
            """)
        .query(String.class)
        .list();
  }

  @Test
  void spans_move_with_the_text_around_what_was_masked() {
    load("💊 ann.bell@example.org takes [drug:aspirin], card 4111 1111 1111 1111, [dose:75 mg]");

    assertThat(stored())
        .containsExactly(
            "💊 [EMAIL] takes aspirin, card [CARD], 75 mg | 16-23 drug aspirin, 38-43 dose 75 mg");
  }

  @Test
  void a_span_may_touch_a_mask_from_outside_and_there_may_be_nothing_to_mark() {
    load("[drug:x:]ann.bell@example.org", "No complaints");

    assertThat(stored()).containsExactly("x:[EMAIL] | 0-2 drug x:", "No complaints | nothing");
  }

  @Test
  void a_span_that_shares_a_character_with_a_mask_is_refused_with_its_line() {
    for (String marked :
        List.of(
            "to [drug:ann.bell@example.org] now",
            "to [drug:ann.bell]@example.org now",
            "[drug:to ann.bell@example.org now]",
            "to ann.bell@example.[drug:org now]")) {
      assertThatThrownBy(() -> load("No complaints", marked))
          .as(marked)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(FILE + ": line 2: the span from ")
          .hasMessageContaining("touches what de-identification removes")
          .hasMessageNotContaining("bell");
    }
  }

  @Test
  void a_faulty_span_is_refused_with_its_line_and_place() {
    GoldLine line =
        new GoldLine(
            4, "g", "Give aspirin", new SpanSet(List.of(new Span(5, 13, "drug", "aspirin"))));

    assertThatThrownBy(() -> gold.load(project, FILE, List.of(line)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(FILE + ": line 4: spans[0].end: This place is outside the text");
  }

  @Test
  void every_place_outside_a_mask_has_its_place_in_the_redacted_text() {
    OffsetMap offsets = new OffsetMap(List.of(new OffsetMap.Mask(4, 24, 4, 11)));
    ItemText redacted = new ItemText("a b [EMAIL] c");

    assertThat(offsets.toRedacted(new Answer.Stretch(2, 3, "b"), redacted))
        .contains(new Answer.Stretch(2, 3, "b"));
    assertThat(offsets.toRedacted(new Answer.Stretch(25, 26, "c"), redacted))
        .contains(new Answer.Stretch(12, 13, "c"));
    assertThat(offsets.toRedacted(new Answer.Stretch(3, 5, " a"), redacted)).isEmpty();
  }

  // What the tables hold

  @Test
  void a_gold_answer_is_of_one_kind_and_never_of_two_nor_of_none() {
    load("Give [drug:aspirin]");
    for (String change :
        List.of(
            "answers = null",
            "answers = '{}'",
            "answers = '{\"answer\": null}'",
            "answers = '{\"answer\": {\"spans\": {}}}'",
            "answers = '{\"answer\": {\"label\": null}}'",
            "answers = '{\"answer\": {\"mood\": \"good\"}}'",
            "answers = '{\"answer\": {\"label\": \"x\", \"spans\": []}}'")) {
      String savepoint = "update touchstone.gold_item set " + change;
      database.sql("savepoint before").update();
      assertThatThrownBy(() -> database.sql(savepoint).update())
          .as(change)
          .isInstanceOf(DataIntegrityViolationException.class);
      database.sql("rollback to savepoint before").update();
    }
  }

  @Test
  void equal_sets_are_numbered_alike_and_agreement_with_gold_is_their_exact_f1() {
    assertThat(numbers("array['[1]', '[]', '[1]']::jsonb[]")).isEqualTo("1,2,2");
    assertThat(numbers("array['[]', '[]']::jsonb[]")).isEqualTo("1,1");
    assertThat(numbers("array[null]::jsonb[]")).isNull();

    assertThat(agree("[]", "[]", 1)).isTrue();
    assertThat(agree("[1]", "[]", 0.01)).isFalse();
    assertThat(agree("[1, 2]", "[1, 2, 3]", 0.8)).as("4 of 5 is 0.8 exactly").isTrue();
    assertThat(agree("[1, 2]", "[1, 3]", 0.51)).as("2 of 4").isFalse();
  }

  private String numbers(String sets) {
    return database
        .sql("select touchstone.equal_answers(" + sets + ")")
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  private boolean agree(String one, String other, double least) {
    return database
        .sql(
            """
            select touchstone.answers_agree(jsonb_build_object('spans', ?::jsonb),
              jsonb_build_object('spans', ?::jsonb), ?::numeric)
            """)
        .params(one, other, least)
        .query(Boolean.class)
        .single();
  }
}
