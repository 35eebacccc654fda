package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.deidentification.recogniser.PatternRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.ingestion.ThreadTime;
import io.touchstone.ingestion.policy.RecogniserFolder;
import io.touchstone.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An installation brings recognisers of its own as files. */
class SiteRecognisersTest {

  private static final String STAFF =
      """
      type: STAFF_NUMBER
      explanation: staff number of this hospital
      patterns:
        - pattern: 'P-[0-9]{5}'
          score: 0.7
        - pattern: '[0-9]{5}'
          score: 0.3
      context: [staff]
      against: [room]
      examples:
        found: ["ask {P-12345}", "staff {12345}"]
        ignored: ["room 12345"]
      """;

  @TempDir private Path folder;

  private List<Recogniser> load(String name, String file) throws IOException {
    Files.writeString(folder.resolve(name), file);
    return List.copyOf(RecogniserFolder.load(folder));
  }

  @Test
  void a_file_adds_a_kind_of_its_own_and_every_finding_says_why() throws IOException {
    Redactor redactor = new Redactor(load("staff-number.yaml", STAFF), Recogniser.THRESHOLD);

    Redaction redaction = redactor.redact("Ask P-12345, the staff number 54321 or room 54321.");

    assertThat(redaction.text())
        .isEqualTo("Ask [STAFF_NUMBER], the staff number [STAFF_NUMBER] or room 54321.");
    assertThat(redactor.redact(redaction.text()).findings()).isEmpty();
    Finding second = redaction.findings().get(1);
    assertThat(second.recogniser()).isEqualTo("staff-number");
    assertThat(second.score()).isEqualTo(0.65);
    assertThat(second.why()).isEqualTo("staff number of this hospital; the word \"staff\" is near");
  }

  @Test
  void a_file_takes_the_place_of_the_shipped_one_of_its_name() throws IOException {
    List<Recogniser> recognisers = load("us-ssn.yaml", STAFF);
    assertThat(recognisers)
        .filteredOn(each -> each.name().equals("us-ssn"))
        .extracting(each -> each.type().id())
        .containsExactly("STAFF_NUMBER");
  }

  @Test
  void without_a_folder_there_are_the_shipped_ones() {
    List<PatternRecogniser> shipped = RecogniserFolder.load(folder.resolve("absent"));
    assertThat(shipped).extracting(PatternRecogniser::name).contains("us-ssn", "uk-nhs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          type: STAFF_NUMBER  | type: Staff number    | line 1: the key "type" must be capitals, digits and single underscores
          type: STAFF_NUMBER  | sort: STAFF_NUMBER    | line 1: the key "sort" is not known. Known keys:
          score: 0.7          | score: 7              | line 5: the key "score" must be above 0 and at most 1
          score: 0.7          | score: high           | line 5: the key "score" has a value of a wrong kind
          'P-[0-9]{5}'        | 'P-[0-9'              | line 4: the key "pattern" cannot be used: missing closing ]
          'P-[0-9]{5}'        | '(P)-\\1'             | line 4: the key "pattern" cannot be used: invalid escape sequence
          'P-[0-9]{5}'        | '(?=P)[0-9]{5}'       | line 4: the key "pattern" cannot be used: invalid or unsupported Perl syntax
          'P-[0-9]{5}'        | '[0-9]*'              | line 4: the key "pattern" cannot be used: it matches the empty text
          score: 0.7          | validator: mod-5      | line 5: the key "validator" is not known; leave it out or choose of [luhn
          {P-12345}           | {Q-12345}             | line 11: the key "found" has a text in which exactly what stands in {braces} is not found: ask {Q-12345}
          room 12345          | staff 12345           | line 12: the key "ignored" has a text in which something is found: staff 12345
          context: [staff]    | context: [[staff]      | line 8: the key "context" has a value of a wrong kind
          """)
  void a_broken_file_refuses_the_start_with_file_line_key_and_sentence(
      String right, String wrong, String sentence) {
    String broken = STAFF.replace(right, wrong);
    assertThat(broken).isNotEqualTo(STAFF);
    assertThatThrownBy(() -> load("staff-number.yaml", broken))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("A recogniser's file is wrong:\n  " + folder)
        .hasMessageContaining("staff-number.yaml: ")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({"((a|aa)+)+b, a", "(.*.*.*=)+1, x=", "([0-9]+ ?)+z, 12 ", "(a?){50}a{50}, a"})
  void no_pattern_can_hang(String pattern, String piece) throws IOException {
    String file = STAFF.replace("P-[0-9]{5}'", pattern + "|P-[0-9]{5}'");
    Redactor redactor = new Redactor(load("staff-number.yaml", file), Recogniser.THRESHOLD);
    String text = piece.repeat(64 * 1024 / piece.length());
    assertThat(ThreadTime.of(() -> redactor.redact(text))).isLessThan(Duration.ofSeconds(10));
  }
}
