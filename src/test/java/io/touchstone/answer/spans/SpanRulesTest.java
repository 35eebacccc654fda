package io.touchstone.answer.spans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.AnswerFault;
import io.touchstone.project.Project;
import io.touchstone.project.TestProjects;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spans a project takes, and where a refusal points to. */
class SpanRulesTest {

  /** Ten code points: 💊 is one, but two UTF-16 units; é is e and a combining accent, two. */
  private static final String TEXT = "💊 cafe\u0301 אב";

  private final SpanRules rules = new SpanRules(false, 0.8);

  private static Span span(int start, int end, String text) {
    return new Span(start, end, "drug", text);
  }

  private Optional<String> fault(SpanRules rules, Span... spans) {
    return rules
        .fault(TEXT, List.of(spans), project()::knowsLabel)
        .map(fault -> fault.place() + " " + fault.reason());
  }

  private static Project project() {
    return new Project(
        TestProjects.spanSettings("x", false), 1, TestProjects.SPAN_LABELS, 1, 1, "");
  }

  @Test
  void places_count_code_points_whatever_the_script() {
    assertThat(
            fault(
                rules,
                span(0, 1, "💊"),
                span(2, 7, "cafe\u0301"),
                span(8, 9, "א"),
                span(9, 10, "ב")))
        .isEmpty();
  }

  @Test
  void a_combining_mark_is_a_code_point_of_its_own() {
    assertThat(fault(rules, span(2, 6, "cafe"))).isEmpty();
    assertThat(fault(rules, span(2, 6, "cafe\u0301"))).contains("spans[0].text other-text");
  }

  @Test
  void utf_16_places_are_recognised_by_their_text() {
    assertThat(fault(rules, span(3, 8, "cafe\u0301"))).contains("spans[0].text other-text");
  }

  @Test
  void a_composed_letter_is_not_the_decomposed_one_that_stands_there() {
    assertThat(fault(rules, span(2, 7, "café"))).contains("spans[0].text other-text");
  }

  @Test
  void nothing_to_mark_can_be_said_of_any_text() {
    assertThat(fault(rules)).isEmpty();
    assertThat(rules.fault("", List.of(), project()::knowsLabel)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, spans[1].start outside-text",
    "11, 12, spans[1].start outside-text",
    "8, 11, spans[1].end outside-text",
    "8, 2147483647, spans[1].end outside-text",
    "8, 8, spans[1].end empty",
    "8, 3, spans[1].end empty",
    "-2147483648, -1, spans[1].start outside-text"
  })
  void places_outside_the_text_or_out_of_order_are_refused_where_they_stand(
      int start, int end, String refusal) {
    assertThat(fault(rules, span(0, 1, "💊"), span(start, end, "x"))).contains(refusal);
  }

  @Test
  void an_unknown_label_is_refused() {
    assertThat(fault(rules, new Span(0, 1, "dragon", "💊")))
        .contains("spans[0].label unknown-label");
  }

  @Test
  void spans_may_touch_but_share_text_only_where_the_project_says_so() {
    assertThat(fault(rules, span(2, 4, "ca"), span(4, 7, "fe\u0301"))).isEmpty();
    Span[] nested = {span(2, 7, "cafe\u0301"), span(4, 6, "fe")};
    assertThat(fault(rules, nested)).contains("spans[1] overlapping");
    assertThat(fault(new SpanRules(true, 0.8), nested)).isEmpty();
  }

  @Test
  void a_fault_points_to_the_place_in_the_list_as_it_was_sent() {
    assertThat(fault(rules, span(8, 9, "א"), span(4, 7, "fe\u0301"), span(2, 5, "caf")))
        .contains("spans[1] overlapping");
  }

  @Test
  void the_same_span_twice_is_refused_even_where_spans_may_overlap() {
    SpanRules overlapping = new SpanRules(true, 0.8);
    assertThat(fault(overlapping, span(0, 1, "💊"), span(2, 6, "cafe"), span(0, 1, "💊")))
        .contains("spans[2] duplicate");
    assertThat(fault(overlapping, span(0, 1, "💊"), new Span(0, 1, "dose", "💊"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | spans not-a-list",
        "[{\"start\": 0.5, \"end\": 1, \"label\": \"drug\", \"text\": \"x\"}] | spans[0].start"
            + " not-an-integer",
        "[{\"start\": \"0\", \"end\": 1, \"label\": \"drug\", \"text\": \"x\"}] | spans[0].start"
            + " not-an-integer",
        "[{\"start\": 0, \"end\": 4294967297, \"label\": \"drug\", \"text\": \"x\"}] | spans[0].end"
            + " not-an-integer",
        "[{\"start\": 0, \"label\": \"drug\", \"text\": \"x\"}] | spans[0].end not-an-integer",
        "[{\"start\": 0, \"end\": 1, \"text\": \"x\"}] | spans[0].label label-missing",
        "[{\"start\": 0, \"end\": 1, \"label\": \"drug\"}] | spans[0].text text-missing",
        "[{\"start\": 0, \"end\": 1, \"label\": \"drug\", \"text\": null}] | spans[0].text"
            + " text-missing",
        "[7] | spans[0].start not-an-integer"
      })
  void what_has_not_the_form_of_a_span_is_refused_where_it_stands(String sent, String refusal)
      throws Exception {
    SpanReading reading = SpanReader.read(new ObjectMapper().readTree(sent));

    AnswerFault fault = ((SpanReading.Malformed) reading).fault();
    assertThat(fault.place() + " " + fault.reason()).isEqualTo(refusal);
  }

  @Test
  void equal_sets_are_equal_whatever_the_order_they_were_marked_in() {
    Span first = span(0, 1, "💊");
    Span second = span(2, 6, "cafe");
    assertThat(new SpanSet(List.of(second, first))).isEqualTo(new SpanSet(List.of(first, second)));
  }
}
