package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.FoundStrings.Sought;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.ingestion.correction.Corrections;
import io.touchstone.ingestion.correction.Replacements.Replaced;
import io.touchstone.ingestion.item.CorrectionRepository;
import io.touchstone.platform.crypto.Hmac;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in one text is found in another by keyed hashes alone. */
class FoundStringsTest {

  private final FoundStrings strings =
      new FoundStrings(Hmac.of(new byte[] {7}), new Tags(List.of()));

  private Map<Long, Sought> found(String string, String type) {
    int length = string.codePointCount(0, string.length());
    return strings.of(
        string, List.of(new Finding(new EntityType(type), 0, length, "test", 1, "test", "tag")));
  }

  private String masked(String text, Map<Long, Sought> found) {
    return Corrections.masked(
            new CorrectionRepository.Text("item", text, new OffsetMap(List.of())),
            strings.within(text, found).stream()
                .map(each -> new Replaced(each.start(), each.end(), each.type().tag()))
                .toList())
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anna Nwosu     | NAME           | Ask Nwosu; Nwosu's box, A. NWOSU, anna  nwosu | Ask [NAME]; [NAME]'s box, A. [NAME], [NAME]
          Anna Nwosu     | NAME           | A Nwosuland is not one                        | A Nwosuland is not one
          Will Rose      | NAME           | Will Rose sold a rose. Will he?               | [NAME] sold a rose. Will he?
          José Muñoz     | NAME           | jose_munoz-17 and Munoz                       | [NAME]-17 and [NAME]
          Jo             | NAME           | Jo is too short to look for                   | Jo is too short to look for
          Q-77 81        | MEDICAL_RECORD | q‑77 81 or Q-77 812 or Q7781                  | [MEDICAL_RECORD] or Q-77 812 or Q7781
          4881 3377      | MEDICAL_RECORD | file 4881-3377, 48813377, 4881                | file [MEDICAL_RECORD], 48813377, 4881
          2024           | ACCOUNT_NUMBER | in 2024 he paid                               | in 2024 he paid
          12 May 1980    | DATE_OF_BIRTH  | on 12 May 1980 it rained                      | on 12 May 1980 it rained
          王伟           | NAME           | 请王伟先生来，王明不来                          | 请[NAME]先生来，王明不来
          Nwosu          | NAME           | Dear [NAME], Nwosu                            | Dear [NAME], [NAME]
          Berlin Meadow  | NAME           | to Berlin                                     | to Berlin
          """)
  void a_string_is_found_as_whole_words_unless_it_says_little(
      String string, String type, String text, String masked) {
    assertThat(masked(text, found(string, type))).isEqualTo(masked);
  }

  @Test
  void an_unlisted_word_that_may_be_no_name_is_not_masked_everywhere() {
    Finding unsure = new Finding(EntityType.NAME, 0, 10, "test", 0.6, "test", "tag");

    assertThat(strings.of("Cellulitix", List.of(unsure))).isEmpty();
    assertThat(strings.of("Kaczmarek ", List.of(unsure))).hasSize(1);
  }

  /** Nothing else may be asked of the store than what a text could hold. */
  @Test
  void every_string_that_is_found_is_among_the_hashes_of_its_text() {
    Map<Long, Sought> found = found("Anna Maria Quill", "NAME");

    long[] possible = strings.digests("It was Anna-Maria QUILL, again", List.of(1, 3));

    assertThat(Arrays.stream(possible).boxed().toList()).containsAll(found.keySet());
  }

  @Test
  void another_batch_has_other_hashes() {
    FoundStrings other = new FoundStrings(Hmac.of(new byte[] {8}), new Tags(List.of()));
    Finding name = new Finding(EntityType.NAME, 0, 10, "test", 1, "test", "tag");

    assertThat(other.of("Anna Quill", List.of(name)).keySet())
        .doesNotContainAnyElementsOf(strings.of("Anna Quill", List.of(name)).keySet());
  }
}
