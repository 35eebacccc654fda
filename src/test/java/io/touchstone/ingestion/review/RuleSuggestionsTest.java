package io.touchstone.ingestion.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.RecogniserFile;
import io.touchstone.ingestion.item.CorrectionRepository;
import io.touchstone.ingestion.review.RuleSuggestions.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSuggestionsTest {

  private static RuleSuggestions of(EntityType type, String... strings) {
    return new RuleSuggestions(
        Arrays.stream(strings).map(string -> new SheetRow.Missed(string, type)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QX-40123, QX-40999   | QX-[0-9]{5}",
        "QX-40123             | [A-Z]{2}-[0-9]{5}",
        "QX-4, RY-5           | [A-Z]{2}-[0-9]",
        "AB 12, AB 1234       | AB [0-9]{2,4}",
        "ward7b, ward9c       | \\p{L}{4}[0-9]\\p{L}",
        "(12) 34.5            | \\([0-9]{2}\\) [0-9]{2}\\.[0-9]"
      })
  void digits_and_letters_become_a_pattern(String strings, String pattern) {
    RuleSuggestions rules = of(EntityType.OTHER, strings.split(", "));

    assertThat(rules.all()).hasSize(1);
    assertThat(rules.all().get(0).pattern()).hasValue(pattern);
  }

  /** The file is tried on its own example when it is read. */
  @ParameterizedTest
  @CsvSource({"QX-40123", "O'N 12", "a\\12", "7/8", "\u201312\u201334"})
  void the_file_can_be_put_into_the_folder_as_it_is(String string) {
    String yaml = of(EntityType.OTHER, string).all().get(0).yaml().orElseThrow();

    assertThat(RecogniserFile.ofSite("missed.yaml", yaml).type()).isEqualTo(EntityType.OTHER);
  }

  @Test
  void a_single_string_leaves_nothing_of_itself_in_pattern_or_file() {
    Suggestion suggestion = of(EntityType.OTHER, "MK7JQ-4711").all().get(0);

    assertThat(suggestion.pattern().orElseThrow() + suggestion.yaml().orElseThrow())
        .doesNotContain("MK", "JQ", "4711", "47");
    assertThat(suggestion.lines()).isEmpty();
  }

  @Test
  void names_become_lines_for_the_list_of_what_is_always_removed() {
    assertThat(of(EntityType.NAME, "Tilda Quillfeather", "Zorblax", "Zorblax").all())
        .containsExactly(
            new Suggestion(
                "NAME",
                Optional.empty(),
                Optional.empty(),
                List.of("[NAME] Tilda Quillfeather", "[NAME] Zorblax"),
                2,
                0));
  }

  @Test
  void items_are_counted_in_which_a_rule_masks_something_that_is_not_masked() {
    RuleSuggestions rules = of(EntityType.OTHER, "QX-40123", "QX-40999");
    List.of(
            "parcel QX-11111 and qx-22222",
            "parcel QX-1234",
            "parcel XQX-12345",
            "nothing",
            "QX-99999")
        .forEach(
            text -> rules.look(new CorrectionRepository.Text("i", text, new OffsetMap(List.of()))));
    rules.look(
        new CorrectionRepository.Text(
            "i", "see QX-12345", OffsetMap.of(new int[][] {{4, 9, 4, 12}})));

    assertThat(rules.all().get(0).items()).isEqualTo(2);
    assertThat(rules.all().get(0).strings()).isEqualTo(2);
  }

  @Test
  void what_masks_more_comes_first_and_kinds_are_kept_apart() {
    RuleSuggestions rules =
        new RuleSuggestions(
            List.of(
                new SheetRow.Missed("rare 1", EntityType.OTHER),
                new SheetRow.Missed("12-34", EntityType.PHONE),
                new SheetRow.Missed("12-34", EntityType.OTHER)));
    rules.look(new CorrectionRepository.Text("i", "call 98-76", new OffsetMap(List.of())));

    assertThat(rules.all()).extracting(Suggestion::items).containsExactly(1, 1, 0);
    assertThat(rules.all()).extracting(Suggestion::type).contains("PHONE", "OTHER");
  }
}
