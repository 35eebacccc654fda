package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.names.ContextRecogniser;
import io.touchstone.ingestion.ThreadTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons by context, in the texts that the demo is made of. */
class RedactedPersonsTest {

  private final Redactor redactor =
      new Redactor(
          List.of(ContextRecogniser.ofPersons(), ContextRecogniser.ofPlaces()),
          Recogniser.THRESHOLD);

  /** Masks change what stands around the next word; still there is an end. */
  @ParameterizedTest
  @ValueSource(strings = {"support-tickets-1", "clinic-notes-1"})
  void redacting_twice_changes_nothing(String file) throws IOException {
    int masks = 0;
    for (String text : lines(file)) {
      Redaction once = redactor.redact(text);
      masks += once.findings().size();
      assertThat(redactor.redact(once.text()).text()).isEqualTo(once.text());
    }
    assertThat(masks).isGreaterThan(100);
  }

  private static List<String> lines(String file) throws IOException {
    try (var in = RedactedPersonsTest.class.getResourceAsStream("/demo/" + file + ".jsonl")) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ask Mrs Kowalski.", "ask mrs kowalski"})
  void a_finding_names_its_recogniser_and_its_score(String text) {
    Finding finding = redactor.redact(text).findings().get(0);

    assertThat(finding.type()).isEqualTo(EntityType.NAME);
    assertThat(finding.recogniser()).isEqualTo("person-by-context");
    assertThat(finding.score()).isBetween(0.5, 1.0);
    assertThat(finding.why()).startsWith("a person by its context, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna ",
        "anna ",
        "ANNA ",
        "A. ",
        "Anna-",
        "O'",
        "Mr ",
        "Mr Anna ",
        "de la Anna ",
        "王伟",
        "'s ",
        "A\n",
        "Anna. ",
        "patient ",
        "ü",
        "\uD835\uDC00"
      })
  void time_is_linear_in_hostile_text(String piece) {
    String text = piece.repeat(100_000 / piece.length());

    Duration used = ThreadTime.of(() -> redactor.redact(text));

    assertThat(used).isLessThan(Duration.ofSeconds(5));
  }
}
