package io.touchstone.ingestion.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.deidentification.cleaning.markup.TextCleaner;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is replaced in a document that was cleaned before. */
class StringRedactionTest {

  private static StringRedaction replacing(String string, String by) {
    return new StringRedaction(
        Map.of(string, by),
        new ObjectCleaning(
            List.of(), faces -> new TextCleaner(), new TextCleaning(new Tesseract("none"))),
        List.of());
  }

  @Test
  void a_word_goes_and_a_longer_word_that_begins_like_it_stays() {
    assertThat(replacing("Will", "[NAME]").shown("Ask Will of Willow, Will!").text())
        .isEqualTo("Ask [NAME] of Willow, [NAME]!");
  }

  @Test
  void where_words_are_not_parted_a_string_goes_from_their_middle() {
    assertThat(replacing("王小明", "[NAME]").shown("病人王小明今日出院").text()).isEqualTo("病人[NAME]今日出院");
  }

  @Test
  void what_went_over_the_end_of_a_line_goes_from_both_lines() {
    StringRedaction redaction = replacing("Zed\nHeronsworth", "[NAME]");

    assertThat(redaction.shown("Dear Zed").text()).isEqualTo("Dear [NAME]");
    assertThat(redaction.shown("Heronsworth, Ltd").text()).isEqualTo("[NAME], Ltd");
    assertThat(redaction.isIn("Heronsworth")).isTrue();
    assertThat(redaction.isIn("Heronsworths")).isFalse();
  }

  @Test
  void a_word_goes_that_has_a_number_at_its_end() {
    assertThat(replacing("quillfeather", "[NAME]").shown("quillfeather17 and quillfeathers").text())
        .isEqualTo("[NAME]17 and quillfeathers");
  }

  @Test
  void what_is_kept_to_be_searched_has_a_gap_where_a_string_was() {
    assertThat(SideTexts.after("by Zed, for|Zed", replacing("Zed", "[NAME]")))
        .isEqualTo("by |, for||");
  }
}
