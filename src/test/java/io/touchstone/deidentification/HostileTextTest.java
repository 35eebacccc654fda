package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.IpRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.ingestion.ThreadTime;
import io.touchstone.ingestion.policy.RecogniserFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A text of one piece again and again takes time in proportion to its length: four times the text
 * takes four times as long, where something quadratic would take sixteen times.
 */
class HostileTextTest {

  /** Twice what proportion allows: one measurement on a shared machine may be off by that. */
  private static final int AT_MOST = 8;

  /** What compiling and collecting may add, whatever the length. */
  private static final Duration NOISE = Duration.ofSeconds(1);

  private static final Redactor ALL = all();

  /** Everything that a project with names gets. */
  static Redactor all() {
    List<Recogniser> all =
        new ArrayList<>(
            List.of(
                new EmailRecogniser(),
                new IbanRecogniser(),
                new CardRecogniser(),
                new IpRecogniser(),
                new PhoneRecogniser(),
                new NameRecogniser(List.of("Anna", "Kowalski"))));
    all.addAll(RecogniserFolder.load(Path.of("no-such-folder")));
    return new Redactor(all, Recogniser.THRESHOLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "1-",
        "a@",
        "a dot ",
        "&#64;",
        "\u200B",
        "\u0430a",
        "A<",
        "eyJa.",
        "http://a:",
        "[NAME]",
        "4111 ",
        "MRN 123456 ",
        "ssn 219099999 ",
        "943 476 5919 "
      })
  void a_megabyte_of_one_piece_does_not_hang(String piece) {
    Duration quarter = used(piece, 250_000);

    Duration whole = used(piece, 1_000_000);

    System.out.printf("hostile_text piece=%s ms=%d%n", piece.strip(), whole.toMillis());
    assertThat(whole).isLessThan(quarter.multipliedBy(AT_MOST).plus(NOISE));
  }

  private static Duration used(String piece, int length) {
    String text = piece.repeat(length / piece.length());
    return ThreadTime.of(() -> ALL.redact(text));
  }
}
