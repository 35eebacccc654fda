package io.touchstone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanQuestion;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.platform.crypto.Hmac;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What simulated people know of an item. */
class TruthTest {

  private static final Hmac SEED = Hmac.of(new byte[] {1});
  private static final SpanQuestion QUESTION =
      new SpanQuestion(List.of("drug", "dose"), new SpanRules(false, 0.8));

  @Test
  void truth_moves_with_the_mask_and_what_was_masked_is_gone() {
    Truth truth =
        new Truth(
            Map.of(
                "n",
                new SpanSet(List.of(new Span(22, 29, "drug", ""), new Span(4, 24, "dose", "")))));
    OffsetMap offsets = new OffsetMap(List.of(new OffsetMap.Mask(0, 20, 0, 7)));

    assertThat(truth.of("n", QUESTION, offsets.onto("[EMAIL]: aspirin"), SEED))
        .isEqualTo(new SpanSet(List.of(new Span(9, 16, "drug", "aspirin"))));
    assertThat(truth.of("unknown", QUESTION, offsets.onto("[EMAIL]"), SEED))
        .isEqualTo(new SpanSet(List.of()));
  }
}
