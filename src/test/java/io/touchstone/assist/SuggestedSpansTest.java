package io.touchstone.assist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.Answer;
import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.assist.SuggestionReader.Reading;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.platform.crypto.Hmac;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans that a model suggests, on the raw text, and what people see of them. */
class SuggestedSpansTest {

  /** "Jo takes 💊 ibuprofen 400 mg": the name is masked, [PERSON] stands in its place. */
  private static final String RAW = "Jo takes 💊 ibuprofen 400 mg";

  private static final String REDACTED = "[PERSON] takes 💊 ibuprofen 400 mg";
  private static final OffsetMap OFFSETS = new OffsetMap(List.of(new OffsetMap.Mask(0, 2, 0, 8)));
  private static final SuggestedText TEXT = new SuggestedText(RAW, REDACTED, OFFSETS);
  private static final SuggestedText LATER = SuggestedText.ofRedacted(REDACTED, OFFSETS);

  private static final String NAME = "{\"start\": 0, \"end\": 2, \"label\": \"drug\"}";
  private static final String DRUG = "{\"start\": 11, \"end\": 20, \"label\": \"drug\"}";
  private static final String DOSE = "{\"start\": 21, \"end\": 27, \"label\": \"dose\"}";

  private static final MarkedText SEEN =
      MarkedText.of("(PERSON) takes 💊 [drug:ibuprofen] [dose:400 mg]");

  private final SuggestionReader reader = new SuggestionReader(Colours.ofNotes());

  @Test
  void places_are_moved_to_the_text_that_people_see() {
    Suggestion suggestion = taken(TEXT, DRUG, DOSE);

    assertThat(suggestion.suggested()).isEqualTo(new SpanSet(SEEN.spans()));
    assertThat(suggestion.droppedSpans()).isZero();
  }

  @Test
  void a_span_that_touches_a_mask_is_left_out_and_counted() {
    Suggestion suggestion = taken(TEXT, NAME, DRUG);

    assertThat(suggestion.suggested()).isEqualTo(new SpanSet(SEEN.spans().subList(0, 1)));
    assertThat(suggestion.droppedSpans()).isEqualTo(1);
  }

  @Test
  void a_suggestion_that_comes_later_is_read_alike_without_the_raw_text() {
    assertThat(taken(LATER, NAME, DRUG, DOSE)).isEqualTo(taken(TEXT, NAME, DRUG, DOSE));
    String told = NAME.replace("}", ", \"text\": \"Jo\"}");
    assertThat(taken(LATER, told, DOSE)).isEqualTo(taken(TEXT, told, DOSE));
  }

  @Test
  void no_span_at_all_says_that_there_is_nothing_to_mark() {
    assertThat(taken(TEXT).suggested()).isEqualTo(new SpanSet(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"start\": 21, \"end\": 28, \"label\": \"dose\"} | spans[0].end",
        "{\"start\": -1, \"end\": 2, \"label\": \"dose\"} | spans[0].start",
        "{\"start\": 5, \"end\": 5, \"label\": \"dose\"} | spans[0].end",
        "{\"start\": 21, \"end\": 27, \"label\": \"colour\"} | spans[0].label",
        "{\"start\": 21, \"end\": 27} | spans[0].label",
        "{\"start\": 21, \"end\": 27, \"label\": \"dose\", \"text\": \"500 mg\"} | spans[0].text",
        "7 | spans[0].start"
      })
  void what_does_not_fit_the_text_is_refused_with_its_place(String span, String place) {
    for (SuggestedText text : List.of(TEXT, LATER)) {
      Reading read = reader.read(json(suggestions(span)), text);
      assertThat(((Reading.Refused) read).because())
          .startsWith("suggestion 1 is wrong at " + place + ": ");
    }
  }

  @Test
  void a_label_is_no_suggestion_where_spans_are_marked() {
    Reading read =
        reader.read(
            json("[{\"label\": \"drug\", \"score\": 1, \"model\": \"m\", \"version\": \"1\"}]"),
            TEXT);

    assertThat(((Reading.Refused) read).because()).contains("its fields are spans, score, model");
  }

  // Decoys

  @Test
  void a_decoy_differs_in_one_span_and_is_one_that_the_project_takes() {
    Decoys decoys = new Decoys(Hmac.of(new byte[] {3}), Colours.ofNotes().question());
    Answer answer = new SpanSet(SEEN.spans());
    SpanRules rules = new SpanRules(false, 0.8);
    Set<Answer> different = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Answer decoy = decoys.other(answer, "decoy", "item-" + i, SEEN.text());
      different.add(decoy);
      SpanSet set = (SpanSet) decoy;
      assertThat(rules.fault(SEEN.text(), set.spans(), Colours.ofNotes()::knowsLabel)).isEmpty();
      assertThat(set.spans()).filteredOn(SEEN.spans()::contains).hasSize(1);
    }
    assertThat(different).doesNotContain(answer);
    // The drug as a dose; the dose as a drug, as "400" or as "mg".
    assertThat(different).hasSize(4);
  }

  @Test
  void where_nothing_is_to_be_marked_a_decoy_marks_a_word() {
    Decoys decoys = new Decoys(Hmac.of(new byte[] {3}), Colours.ofNotes().question());

    SpanSet decoy =
        (SpanSet) decoys.other(new SpanSet(List.of()), "decoy", "item", "💊 Slept well.");

    assertThat(decoy.spans())
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.text()).isIn("Slept", "well");
              assertThat(
                      new SpanRules(false, 0.8)
                          .fault("💊 Slept well.", decoy.spans(), Colours.ofNotes()::knowsLabel))
                  .isEmpty();
            });
  }

  private Suggestion taken(SuggestedText text, String... spans) {
    Reading read = reader.read(json(suggestions(String.join(",", spans))), text);
    assertThat(read).isInstanceOf(Reading.Taken.class);
    return ((Reading.Taken) read).suggestions().get(0);
  }

  private static String suggestions(String spans) {
    return "[{\"spans\": ["
        + spans
        + "], \"score\": 0.9, \"model\": \"tarn-marker\", \"version\": \"1\"}]";
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
