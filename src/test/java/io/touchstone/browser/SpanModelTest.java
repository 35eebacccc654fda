package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the editor does with spans and texts as plain values, run where it is at home. */
class SpanModelTest {

  private static Chromium chromium;
  private static SpanDesk desk;

  @BeforeAll
  static void openPage() {
    chromium = Chromium.shared();
    desk = new SpanDesk(chromium);
  }

  @AfterAll
  static void closePage() {
    if (chromium != null) {
      desk.close();
    }
  }

  private static String value(String expression) {
    return desk.evaluate(expression).toString();
  }

  @Test
  void a_new_span_is_trimmed_and_keeps_the_order_of_the_text() {
    String spans = "[{start: 6, end: 9, label: 'b', text: 'two'}]";
    String added = "model.add(units('one   two'), " + spans + ", {start: 0, end: 5}, 'a').spans";
    assertThat(value(added))
        .isEqualTo(
            "[{\"start\":0,\"end\":3,\"label\":\"a\",\"text\":\"one\"},"
                + "{\"start\":6,\"end\":9,\"label\":\"b\",\"text\":\"two\"}]");
  }

  @Test
  void spans_that_touch_stay_and_spans_that_overlap_give_way() {
    String spans = "[{start: 0, end: 2, label: 'a'}, {start: 2, end: 4, label: 'a'}]";
    String kept = "model.add(units('abcdef'), " + spans + ", {start: 3, end: 6}, 'b')";
    assertThat(value(kept + ".replaced.length")).isEqualTo("1");
    assertThat(value(kept + ".spans.map((s) => [s.start, s.end])")).isEqualTo("[[0,2],[3,6]]");
  }

  @Test
  void blanks_alone_are_no_span() {
    assertThat(value("model.add(units('a \\n b'), [], {start: 1, end: 4}, 'x')")).isEqualTo("null");
  }

  @Test
  void a_character_of_several_code_points_is_taken_whole() {
    // e and its accent: code points 1 and 2; the flag: 4 and 5.
    String text = "units('re\\u0301 \\u{1F1E9}\\u{1F1EA}')";
    assertThat(value(text + ".snapped({start: 0, end: 2})")).isEqualTo("{\"start\":0,\"end\":3}");
    assertThat(value(text + ".snapped({start: 5, end: 6})")).isEqualTo("{\"start\":4,\"end\":6}");
  }

  @Test
  void words_are_words_signs_and_masks_but_no_punctuation() {
    assertThat(value("words('Hi [NAME], 2.5 mg → up 🙂!')"))
        .isEqualTo("[\"Hi\",\"[NAME]\",\"2.5\",\"mg\",\"→\",\"up\",\"🙂\"]");
  }

  @Test
  void lines_are_the_whole_text_and_none_of_them_is_too_long_to_be_shown() {
    String made =
        "(() => { const made = units('word \\u{1F642} '.repeat(3000) + 'e\\u0301'.repeat(5000)"
            + " + '\\r\\n\\nend'); const lines = made.lines.all;"
            + " return [lines.map((l) => made.slice(l.start, l.end)).join('') === made.text,"
            + " lines.length > 8, lines.every((l) => l.end - l.start <= 4001),"
            + " lines.every((l) => made.edgesOf(l)[0] === l.start)]; })()";
    assertThat(value(made)).isEqualTo("[true,true,true,true]");
  }

  @Test
  void words_are_found_over_the_ends_of_lines() {
    String text = "units('one\\n\\n  two three').lines";
    assertThat(value(text + ".word(3, 1)")).isEqualTo("{\"start\":7,\"end\":10}");
    assertThat(value(text + ".word(7, -1)")).isEqualTo("{\"start\":0,\"end\":3}");
    assertThat(value(text + ".word(16, 1)")).isEqualTo("null");
  }

  @Test
  void the_same_spans_in_the_same_order_are_the_same_answer() {
    String one = "[{start: 1, end: 2, label: 'a', text: 'x'}]";
    assertThat(value("model.sameSpans(" + one + ", [{start: 1, end: 2, label: 'a'}])"))
        .isEqualTo("true");
    assertThat(value("model.sameSpans(" + one + ", [])")).isEqualTo("false");
    assertThat(value("model.sameSpans([], null)")).isEqualTo("false");
    assertThat(value("model.sameSpans(null, undefined)")).isEqualTo("true");
  }

  @Test
  void equal_answers_are_compared_once_and_every_span_is_counted() {
    String a = "{start: 0, end: 1, label: 'a'}";
    String b = "{start: 2, end: 3, label: 'b'}";
    String compared =
        "model.compare([[" + b + ", " + a + "], [" + a + "], [" + a + ", " + b + "]])";
    assertThat(value(compared + ".map((answer) => answer.times)")).isEqualTo("[2,1]");
    assertThat(value(compared + "[0].spans.map((span) => span.by)")).isEqualTo("[3,2]");
    assertThat(value(compared + "[1].missing.map((span) => span.label)")).isEqualTo("[\"b\"]");
  }
}
