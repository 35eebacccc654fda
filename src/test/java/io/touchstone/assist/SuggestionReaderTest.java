package io.touchstone.assist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.assist.SuggestionReader.Reading;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionReaderTest {

  private static final String MODEL = "\"model\": \"tarn-router\", \"version\": \"2026-02\"";
  private final SuggestionReader reader = new SuggestionReader(Colours.ofThings());

  @Test
  void the_surest_suggestion_comes_first_and_equally_sure_ones_as_they_were_sent() {
    Reading read =
        read(
            """
            [{"label": "red", "score": 0.2, %s}, {"label": "blue", "score": 0.7, %s},
             {"label": "red", "score": 0.7, "model": "other", "version": "1"}]
            """
                .formatted(MODEL, MODEL));

    assertThat(read)
        .isEqualTo(
            new Reading.Taken(
                List.of(
                    of("blue", 0.7, "tarn-router", "2026-02"),
                    of("red", 0.7, "other", "1"),
                    of("red", 0.2, "tarn-router", "2026-02"))));
  }

  @Test
  void no_suggestion_is_no_fault() {
    assertThat(read("[]")).isEqualTo(new Reading.Taken(List.of()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void a_score_may_be_nothing_or_everything(double score) {
    assertThat(read("[{\"label\": \"red\", \"score\": " + score + ", " + MODEL + "}]"))
        .isInstanceOf(Reading.Taken.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | must be a list",
        "{} | must be a list",
        "[\"red\"] | suggestion 1 is no JSON object",
        "[null] | suggestion 1 is no JSON object",
        "[{\"label\": \"green\", \"score\": 0.5, MODEL}] | suggestion 1 is wrong at label",
        "[{\"label\": \"Red\", \"score\": 0.5, MODEL}] | suggestion 1 is wrong at label",
        "[{\"label\": 1, \"score\": 0.5, MODEL}] | suggestion 1 is wrong at label",
        "[{\"score\": 0.5, MODEL}] | suggestion 1 is wrong at label",
        "[{\"label\": \"red\", \"score\": 1.01, MODEL}] | score that is no number from 0 to 1",
        "[{\"label\": \"red\", \"score\": -0.1, MODEL}] | score that is no number from 0 to 1",
        "[{\"label\": \"red\", \"score\": \"0.5\", MODEL}] | score that is no number from 0 to 1",
        "[{\"label\": \"red\", \"score\": 1e999, MODEL}] | score that is no number from 0 to 1",
        "[{\"label\": \"red\", MODEL}] | score that is no number from 0 to 1",
        "[{\"label\": \"red\", \"score\": 0.5, \"version\": \"1\"}] | does not say its model",
        "[{\"label\": \"red\", \"score\": 0.5, \"model\": \"m\"}] | does not say its version",
        "[{\"label\": \"red\", \"score\": 0.5, \"model\": \" \", \"version\": \"1\"}] | its model",
        "[{\"label\": \"red\", \"score\": 0.5, \"model\": \"<b>\", \"version\": \"1\"}] | its model",
        "[{\"label\": \"red\", \"score\": 0.5, \"model\": \"m\", \"version\": 1}] | its version",
        "[{\"label\": \"red\", \"score\": 0.5, \"why\": \"\", MODEL}] | a field that is not known"
      })
  void what_is_not_understood_is_refused_with_place_and_reason(String sent, String sentence) {
    Reading read = read(sent.replace("MODEL", MODEL));

    assertThat(read).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused) read).because()).contains(sentence).doesNotContain("green");
  }

  @Test
  void the_place_of_the_wrong_one_is_told() {
    Reading read = read("[{\"label\": \"red\", \"score\": 0.5, " + MODEL + "}, 7]");

    assertThat(((Reading.Refused) read).because()).startsWith("suggestion 2 ");
  }

  @Test
  void more_than_ten_are_refused() {
    String many =
        IntStream.rangeClosed(1, 11)
            .mapToObj(i -> "{\"label\": \"red\", \"score\": 0.5, " + MODEL + "}")
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(((Reading.Refused) read(many)).because()).contains("more than 10");
  }

  private Reading read(String list) {
    try {
      return reader.read(new ObjectMapper().readTree(list), SuggestedText.ofRaw("a thing"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Suggestion of(String label, double score, String model, String version) {
    return new Suggestion(new ClassLabel(label), 0, score, model, version);
  }
}
