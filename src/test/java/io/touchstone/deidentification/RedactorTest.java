package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.IpRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.ingestion.ThreadTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor =
      new Redactor(
          List.of(
              new EmailRecogniser(),
              new IbanRecogniser(),
              new CardRecogniser(),
              new IpRecogniser(),
              new PhoneRecogniser(),
              new NameRecogniser(List.of("Anna", "Kowalski", "Name", "Card"))),
          0.5);

  @Test
  void overlapping_findings_become_one_mask_of_the_longest_ones_type() {
    // The name lies within the address, the phone number within the account.
    assertThat(redactor.redact("anna.kowalski@example.org").findings())
        .extracting(Finding::type)
        .containsExactly(EntityType.EMAIL);
    assertThat(redactor.redact("phone DE89 3704 0044 0532 0130 00").text())
        .isEqualTo("phone [IBAN]");
  }

  @Test
  void offsets_are_code_points_of_the_raw_text() {
    // Each face is one code point and two UTF-16 characters.
    Redaction redaction =
        redactor.redact("\uD83D\uDE00\uD83D\uDE00 Anna \uD83D\uDE00 a@example.org.");
    assertThat(redaction.text()).isEqualTo("\uD83D\uDE00\uD83D\uDE00 [NAME] \uD83D\uDE00 [EMAIL].");
    assertThat(redaction.findings())
        .extracting(Finding::start, Finding::end)
        .containsExactly(tuple(3, 7), tuple(10, 23));
    assertThat(redaction.offsets().quadruples())
        .isEqualTo(new int[][] {{3, 7, 3, 9}, {10, 23, 12, 19}});
    assertThat(redaction.offsets().toRedacted(23)).hasValue(19);
    assertThat(redaction.offsets().toRedacted(8)).hasValue(10);
    assertThat(redaction.offsets().toRedacted(4)).isEmpty();
    assertThat(redaction.offsets().toRaw(19)).hasValue(23);
    assertThat(redaction.offsets().toRaw(5)).isEmpty();
    assertThat(redaction.counts()).isEqualTo(Map.of("EMAIL", 1, "NAME", 1));
  }

  @Test
  void tags_of_an_earlier_redaction_stay_even_where_they_are_listed_names() {
    assertThat(redactor.redact("[NAME] paid by [CARD]").text()).isEqualTo("[NAME] paid by [CARD]");
    assertThat(redactor.redact("[NAME] paid by [CARD]").findings()).isEmpty();
  }

  @Test
  void what_only_a_mask_lays_open_is_masked_too() {
    String text = "4111 1111 1111 1111 030 23125014";
    assertThat(redactor.redact(text).text()).isEqualTo("[CARD] [PHONE]");
  }

  @Test
  void redacting_twice_changes_nothing() {
    String[] pieces = {
      "Anna",
      "Kowalski",
      " ",
      " ",
      " ",
      ", ",
      ".",
      "a@example.org",
      "+44 20 7946 0018",
      "030 23125014",
      "4111 1111 1111 1111",
      "GB82 WEST 1234 5698 7654 32",
      "192.0.2.1",
      "::1",
      "phone",
      "order",
      "12345678",
      "2024-01-15",
      "[NAME]",
      "[",
      "]",
      "@",
      "7",
      "-",
      "\uD83D\uDE00"
    };
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(14);
      for (int j = 0; j < length; j++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Redaction once = redactor.redact(text.toString());
      Redaction twice = redactor.redact(once.text());
      assertThat(twice.text()).isEqualTo(once.text());
      assertThat(twice.findings()).isEmpty();
      assertRebuilds(text.toString(), once);
    }
  }

  /** The redacted text is the raw one with each finding replaced by its tag. */
  private static void assertRebuilds(String raw, Redaction redaction) {
    int[] points = raw.codePoints().toArray();
    StringBuilder rebuilt = new StringBuilder();
    int done = 0;
    for (Finding finding : redaction.findings()) {
      rebuilt.append(new String(points, done, finding.start() - done)).append(finding.type().tag());
      done = finding.end();
    }
    rebuilt.append(new String(points, done, points.length - done));
    assertThat(redaction.text()).isEqualTo(rebuilt.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.a.",
        "a@",
        "a@a.",
        "1 ",
        "1-",
        "0 1",
        "+1 ",
        "4111 ",
        "1.",
        "1:",
        "::",
        "a1:",
        "(((1",
        "Anna ",
        "Anna A. ",
        "DE89 ",
        "x(at)",
        "[NAME]",
        "phone 1234567 "
      })
  void time_is_linear_in_hostile_text(String piece) {
    String text = piece.repeat(100_000 / piece.length());
    Duration used =
        assertTimeoutPreemptively(
            Duration.ofMinutes(2), () -> ThreadTime.of(() -> redactor.redact(text)));
    assertThat(used).isLessThan(Duration.ofSeconds(5));
  }
}
