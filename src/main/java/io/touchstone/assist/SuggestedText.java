package io.touchstone.assist;

import io.touchstone.answer.ItemText;
import io.touchstone.answer.spans.Span;
import io.touchstone.deidentification.OffsetMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The spans on the text that people see; those that touch a mask are left out. */
  List<Span> seen(List<Span> spans) {
    ItemText text = new ItemText(redacted);
    return spans.stream()
        .map(span -> offsets.toRedacted(span, text))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The spans with what they cover as it is known here, where they touch a mask: what a sender
   * writes there cannot be checked, and is not kept.
   */
  List<Span> covered(List<Span> spans) {
    ItemText text = new ItemText(raw);
    List<Span> covered = new ArrayList<>();
    for (Span span : spans) {
      boolean masked = offsets.masks(span.start(), span.end());
      covered.add(
          masked
              ? new Span(
                  span.start(), span.end(), span.label(), text.slice(span.start(), span.end()))
              : span);
    }
    return covered;
  }
}
