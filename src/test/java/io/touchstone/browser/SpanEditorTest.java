package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person marks spans; places are Unicode code points, counted by hand. */
class SpanEditorTest {

  private static Chromium chromium;
  private SpanDesk desk;

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.shared();
  }

  @BeforeEach
  void sitDown() {
    desk = new SpanDesk(chromium);
  }

  @AfterEach
  void leave() {
    assertThat(desk.complaints()).isEmpty();
    desk.close();
  }

  @Test
  void a_word_is_marked_with_an_arrow_and_a_digit() {
    desk.with("Severe headache today.").open();
    desk.press("ArrowRight", "ArrowRight").hears("headache");
    desk.press("1").hears("Symptom: headache marked, 1 span");
    assertThat(desk.saved()).containsExactly("7-15 symptom headache");
    assertThat(desk.barriers()).isEmpty();
  }

  @Test
  void a_label_with_a_key_of_its_own_is_given_by_it_and_the_digit_it_took_is_its_own() {
    desk.keyOf(1, "1").with("Severe headache today.").open().sees("press the key of a label");
    desk.press("ArrowRight", "ArrowRight").hears("headache");
    desk.press("1").hears("Dose: headache marked, 1 span");
    desk.press("2");
    assertThat(desk.saved()).containsExactly("7-15 dose headache");
  }

  @Test
  void a_letter_gives_its_label_and_the_list_of_keys_names_it() {
    desk.keyOf(0, "s").with("Severe headache today.").open();
    desk.press("ArrowRight", "ArrowRight").hears("headache");
    desk.press("s").hears("Symptom: headache marked, 1 span");
    desk.press("2").hears("headache is now Dose");
    desk.press("?").sees("Give the label Symptom");
    assertThat(desk.saved()).last().isEqualTo("7-15 dose headache");
    assertThat(desk.barriers()).isEmpty();
  }

  @Test
  void a_long_text_comes_when_its_item_is_opened_and_is_marked_like_any_other() {
    String line = "Nothing happened on this day. ";
    desk.with("cough").following(line.repeat(20_000) + "\n\nThen fever.").open();
    desk.press("j").sees("Nothing happened on this day.");
    desk.press("ArrowRight").hears("Nothing").press("1");
    desk.reach("fever").drag("fever").press("1").hears("Symptom: fever marked, 2 spans");
    assertThat(desk.saved()).last().asString().contains("600007-600012 symptom fever");
  }

  @Test
  void shift_selects_several_words_and_the_caret_skips_punctuation() {
    desk.with("Ibuprofen (400 mg, daily).").open();
    desk.press("ArrowRight", "ArrowRight").hears("400");
    desk.press("Shift+ArrowRight", "Shift+ArrowRight").hears("400 mg, daily");
    desk.press("Shift+ArrowLeft").hears("400 mg").press("2");
    assertThat(desk.saved()).containsExactly("11-17 dose 400 mg");
  }

  @Test
  void one_character_more_or_less_is_selected_with_control() {
    desk.with("Loss 5% now").open();
    desk.press("ArrowRight", "ArrowRight").hears("5");
    desk.press("Control+Shift+ArrowRight").hears("5%").press("2");
    assertThat(desk.saved()).containsExactly("5-7 dose 5%");
  }

  @Test
  void a_dragged_selection_loses_its_blanks_and_a_double_click_takes_the_word() {
    desk.with("No fever, some cough.").open();
    desk.drag(" fever").press("1").doubleClick("cough").press("1");
    assertThat(desk.marks()).containsExactly("Symptom: fever", "Symptom: cough");
    assertThat(desk.saved()).containsExactly("3-8 symptom fever", "15-20 symptom cough");
  }

  @Test
  void a_label_in_hand_goes_to_every_selection_until_escape() {
    desk.with("cough fever rash").open();
    desk.press("1").hears("Everything you select becomes Symptom. Esc ends this.");
    desk.doubleClick("cough").hears("Symptom: cough marked, 1 span");
    desk.doubleClick("fever").hears("Symptom: fever marked, 2 spans");
    desk.press("Escape").doubleClick("rash");
    assertThat(desk.saved()).containsExactly("0-5 symptom cough", "6-11 symptom fever");
  }

  @Test
  void a_span_in_focus_gets_another_label_or_goes() {
    desk.with("cough and 5 mg").open();
    desk.press("ArrowRight", "1", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "1");
    desk.hears("Symptom: 5 mg marked, 2 spans").press("2").hears("5 mg is now Dose");
    desk.press("[").hears("Symptom: cough, span 1 of 2").press("Delete");
    assertThat(desk.saved()).containsExactly("10-14 dose 5 mg");
    desk.press("]").hears("Dose: 5 mg, span 1 of 1").press("Backspace");
    assertThat(desk.saved()).containsExactly("null");
  }

  @Test
  void a_selection_over_a_span_takes_its_place() {
    desk.with("bad chest pain").open();
    desk.press("ArrowRight", "ArrowRight", "ArrowRight", "1").hears("Symptom: pain marked, 1 span");
    desk.press("Shift+ArrowLeft").drag("chest ").press("2");
    assertThat(desk.marks()).containsExactly("Dose: chest", "Symptom: pain");
    desk.press("Escape", "ArrowLeft", "ArrowLeft").hears("bad");
    desk.press("Shift+ArrowRight", "Shift+ArrowRight");
    desk.press("1").hears("Symptom: bad chest pain marked, 1 span, 2 spans replaced");
  }

  @Test
  void undo_and_redo_go_step_by_step() {
    desk.with("cough fever").open();
    desk.press("ArrowRight", "1", "ArrowRight", "1", "Control+z");
    assertThat(desk.marks()).containsExactly("Symptom: cough");
    desk.press("Control+z");
    assertThat(desk.marks()).isEmpty();
    desk.press("Control+Shift+Z", "Control+Shift+Z");
    assertThat(desk.marks()).containsExactly("Symptom: cough", "Symptom: fever");
    assertThat(desk.saved()).hasSize(2);
  }

  @Test
  void nothing_to_mark_is_said_with_a_key_of_its_own() {
    desk.with("Did not attend.").with("Rash.").open();
    desk.press("Enter").sees("Press 0 if there is nothing to mark.");
    desk.press("0").sees("Item 2 of 2");
    assertThat(desk.saved()).isEmpty();
    desk.press("ArrowRight", "1", "0").sees("This text has 1 span. Remove it first");
    desk.press("Enter")
        .sees("All 2 items are done")
        .press("Control+Enter")
        .sees("Nothing to label");
  }

  @Test
  void astral_characters_count_once_and_are_never_cut() {
    desk.with("😀 family 👨‍👩‍👧 has a cafe\u0301 cough").open();
    desk.press("ArrowRight").hears("😀");
    desk.press("ArrowRight", "ArrowRight").hears("👨‍👩‍👧").press("1");
    desk.press("ArrowRight", "ArrowRight", "ArrowRight").hears("cafe\u0301").press("1");
    assertThat(desk.saved()).containsExactly("9-14 symptom 👨‍👩‍👧", "21-26 symptom cafe\u0301");
  }

  @Test
  void in_a_text_from_right_to_left_the_left_arrow_goes_on() {
    desk.with("כאב ראש חזק").open();
    desk.press("ArrowLeft").hears("כאב").press("Shift+ArrowLeft").hears("כאב ראש").press("1");
    assertThat(desk.saved()).containsExactly("0-7 symptom כאב ראש");
  }

  @Test
  void a_mask_is_one_word() {
    desk.with("Call [PHONE] now").open();
    desk.press("ArrowRight", "ArrowRight").hears("[PHONE]");
    desk.press("Escape").drag("ONE").press("2");
    assertThat(desk.marks()).containsExactly("Dose: [PHONE]");
  }

  @Test
  void the_tab_key_goes_through_the_spans_and_then_on() {
    desk.with("cough fever").open();
    desk.press("ArrowRight", "1", "ArrowRight", "1", "Escape", "Shift+Tab");
    desk.hears("Symptom: fever, span 2 of 2").press("Shift+Tab");
    desk.hears("Symptom: cough, span 1 of 2").press("Tab").hears("Symptom: fever, span 2 of 2");
    desk.press("Tab", "Tab", "Enter").hears("fever is now Dose");
  }

  @Test
  void an_adjudicator_starts_from_an_answer_and_changes_it() {
    String chestPain = "{\"start\":4,\"end\":14,\"label\":\"symptom\",\"text\":\"chest pain\"}";
    String pain = "{\"start\":10,\"end\":14,\"label\":\"symptom\",\"text\":\"pain\"}";
    String dose = "{\"start\":16,\"end\":20,\"label\":\"dose\",\"text\":\"5 mg\"}";
    String candidates =
        "[[%s,%s],[%s,%s],[%s,%s]]".formatted(chestPain, dose, pain, dose, pain, dose);
    desk.with("Bad chest pain, 5 mg", candidates).open();
    desk.sees("Answer 2, given 2 times").sees("Only here: Symptom “chest pain”");
    desk.sees("Not here: Symptom “pain”");
    assertThat(desk.barriers()).isEmpty();

    desk.press("2").sees("1 of 1");
    assertThat(desk.marks()).containsExactly("Symptom: pain", "Dose: 5 mg");
    desk.press("Tab", "Delete");
    assertThat(desk.saved()).containsExactly("16-20 dose 5 mg");
    desk.press("Enter").sees("The item is done");
    assertThat(desk.barriers()).isEmpty();
  }
}
