package io.touchstone.ingestion.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.Redactor;
import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.ListRecogniser;
import io.touchstone.ingestion.item.CorrectionRepository;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RiskScoresTest {

  private static RiskScores scores(String... texts) {
    Redactor doubts =
        new Redactor(
            List.of(
                new ListRecogniser(
                    EntityType.OTHER, List.of(new ListRecogniser.Entry("room 12", false)))),
            0.35);
    RiskScores scores = new RiskScores(new Tags(List.of()), doubts);
    for (int i = 0; i < texts.length; i++) {
      scores.add(
          new CorrectionRepository.Text(String.valueOf(i), texts[i], new OffsetMap(List.of())));
    }
    return scores;
  }

  @Test
  void capitalised_words_that_no_list_holds_and_few_texts_have_are_risky() {
    RiskScores scores =
        scores(
            "Please pay the Invoice",
            "Ask Quillfeatherx about it",
            "Ask Quillfeatherx and Zorblaxin",
            "the Framizol works",
            "Framizol again",
            "More Framizol",
            "No Framizol");

    assertThat(scores.highest(5, Set.of()))
        .as("two rare words, then one; what four texts have is the texts' own word")
        .containsExactly("2", "1");
  }

  @Test
  void what_a_recogniser_doubted_is_risky_without_a_capital() {
    assertThat(scores("he sits in room 12", "he sits there").highest(5, Set.of()))
        .containsExactly("0");
  }

  @Test
  void what_is_looked_at_anyway_is_left_out_and_no_more_than_asked_for_are_taken() {
    RiskScores scores = scores("Zorblaxin", "Quillfeatherx", "Brimsolde");

    assertThat(scores.highest(1, Set.of("0"))).containsExactly("1");
  }

  @Test
  void masks_are_no_risk() {
    assertThat(scores("[NAME] and [EMAIL]").highest(5, Set.of())).isEmpty();
  }
}
