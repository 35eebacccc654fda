package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.folding.Folding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Personal data that is written so that a program overlooks it is masked where it stands. */
class HiddenTextTest {

  private final Redactor redactor =
      new Redactor(
          List.of(
              new EmailRecogniser(),
              new IbanRecogniser(),
              new CardRecogniser(),
              new PhoneRecogniser(),
              new NameRecogniser(List.of("Anna", "Вера", "علی‌رضا"))),
          0.5);

  private record Example(String rule, String text, String redacted) {}

  @TestFactory
  Stream<DynamicTest> hidden() {
    return Stream.of(
            new Example("zero-width space", "to anna\u200B@example.com!", "to [EMAIL]!"),
            new Example("soft hyphen", "anna@exa\u00ADmple.com", "[EMAIL]"),
            new Example("full width", "ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ, hi", "[EMAIL], hi"),
            new Example("spelt out", "anna (at) example (dot) com", "[EMAIL]"),
            new Example("spelt out in capitals", "anna[AT]example[DOT]com", "[EMAIL]"),
            new Example("spelt in words", "anna at example dot com.", "[EMAIL]."),
            new Example("dots of the name, too", "anna dot k at example dot com", "[EMAIL]"),
            new Example("at alone is a word", "we met at example.com", "we met at example.com"),
            new Example("blanks beside the at", "anna @ example.com", "[EMAIL]"),
            new Example("decimal reference", "anna&#64;example.com", "[EMAIL]"),
            new Example("hexadecimal reference", "anna&#x40;example&#x2E;com", "[EMAIL]"),
            new Example("named reference", "anna&commat;example&period;com", "[EMAIL]"),
            new Example("reference to a hidden one", "anna&shy;@example&#8203;.com", "[EMAIL]"),
            new Example("escaped in a link", "?to=anna%40example.com", "?to=[EMAIL]"),
            new Example("mathematical letters", "𝐚𝐧𝐧𝐚@example.com", "[EMAIL]"),
            new Example("Cyrillic Е in an account", "GВ82 WЕSТ 1234 5698 7654 32", "[IBAN]"),
            new Example("Cyrillic О for zero", "37\u041E\u041E 0000 0000 002", "[CARD]"),
            new Example("no-break and thin spaces", "4111\u00A01111\u20091111\u202F1111", "[CARD]"),
            new Example("direction marks", "4111\u200E 1111\u200E 1111 1111", "[CARD]"),
            new Example("Arabic digits", "٤١١١ ١١١١ ١١١١ ١١١١", "[CARD]"),
            new Example("ligature within", "o\uFB03ce@example.com", "[EMAIL]"),
            new Example("name with a soft hyphen", "An\u00ADna came", "[NAME] came"),
            new Example("Cyrillic name stays one", "Вера пришла", "[NAME] пришла"),
            new Example("joiner of a Persian name", "علی‌رضا", "[NAME]"),
            new Example("note number behind a number", "at 555-0143² today", "at [PHONE]² today"),
            new Example("nothing to find", "Tom &amp; Jerry… 50\u00A0% ½ № 7 👩\u200D🔬", ""))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.rule(),
                    () ->
                        assertThat(redactor.redact(example.text()).text())
                            .isEqualTo(
                                example.redacted().isEmpty()
                                    ? example.text()
                                    : example.redacted())));
  }

  @Test
  void a_text_without_anything_to_fold_is_not_copied() {
    String text = "An ordinary text (with brackets), 12:30.";
    assertThat(Folding.of(text)).isSameAs(text);
  }

  @Test
  void what_stands_beside_a_mask_stays_byte_for_byte() {
    String text = "\u200Bﬁne\u00AD: anna\u200B@example.com\u200B &amp; ½";
    assertThat(redactor.redact(text).text()).isEqualTo("\u200Bﬁne\u00AD: [EMAIL]\u200B &amp; ½");
  }
}
