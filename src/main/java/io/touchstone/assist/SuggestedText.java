package io.touchstone.assist;

import io.touchstone.answer.Answer;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.ItemText;
import io.touchstone.deidentification.OffsetMap;
import java.util.List;

/**
 * The text that a model has seen, and the one that people see.
 *
 * @param raw as the model saw it; filler stands where it is not known any more
 * @param redacted as people see it
 * @param offsets from the one to the other
 */
record SuggestedText(String raw, String redacted, OffsetMap offsets) {

  private static final String FILLER = "\uFFFD";

  /** A text of which only the de-identified form is at hand: masks hide what they hid. */
  static SuggestedText ofRedacted(String redacted, OffsetMap offsets) {
    ItemText text = new ItemText(redacted);
    StringBuilder raw = new StringBuilder();
    int at = 0;
    for (OffsetMap.Mask mask : offsets.masks()) {
      raw.append(text.slice(at, mask.redactedStart()));
      raw.append(FILLER.repeat(mask.rawEnd() - mask.rawStart()));
      at = mask.redactedEnd();
    }
    raw.append(text.slice(at, text.length()));
    return new SuggestedText(raw.toString(), redacted, offsets);
  }

  /** A text before de-identification, to check what is said of it. */
  static SuggestedText ofRaw(String raw) {
    return new SuggestedText(raw, raw, new OffsetMap(List.of()));
  }

  /** The answer on the text that people see; parts that touch a mask are left out. */
  Answer.Carried seen(Answer answer) {
    return answer.carried(offsets.onto(redacted));
  }

  /** The raw text, for an answer that may leave out what it quotes. */
  AnsweredText answered() {
    return new AnsweredText(raw, false, offsets::masks);
  }
}
