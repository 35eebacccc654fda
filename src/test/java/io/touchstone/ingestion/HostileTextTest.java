package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.recogniser.CardRecogniser;
import io.touchstone.ingestion.recogniser.EmailRecogniser;
import io.touchstone.ingestion.recogniser.IbanRecogniser;
import io.touchstone.ingestion.recogniser.IpRecogniser;
import io.touchstone.ingestion.recogniser.NameRecogniser;
import io.touchstone.ingestion.recogniser.PhoneRecogniser;
import io.touchstone.ingestion.recogniser.Recogniser;
import io.touchstone.ingestion.recogniser.RecogniserFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text of one piece again and again takes time in proportion to its length. */
class HostileTextTest {

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
    String text = piece.repeat(1_000_000 / piece.length());
    Duration used = ThreadTime.of(() -> ALL.redact(text));
    System.out.printf("hostile_text piece=%s ms=%d%n", piece.strip(), used.toMillis());
    assertThat(used).isLessThan(Duration.ofSeconds(6));
  }
}
