package io.touchstone.ingestion.review;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Selected;
import io.touchstone.platform.web.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Checks what an officer selected against the text it was selected in; quotes neither. */
final class MissedSpans {

  private MissedSpans() {}

  /**
   * The spans in the order of the text.
   *
   * @throws Refusal 422 for a span outside the text, backwards or empty, over a mask or another
   *     span, of an unknown type, or whose covered text differs
   */
  static List<MissedSpan> checked(
      String text, OffsetMap offsets, List<Selected> selected, Tags tags) {
    Tags.Places places = tags.in(text);
    List<MissedSpan> spans = new ArrayList<>();
    for (Selected each : selected) {
      spans.add(checked(text, each, places, offsets));
    }
    spans.sort(Comparator.comparingInt(MissedSpan::start));
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).start() < spans.get(i - 1).end()) {
        throw refused("spans-overlap", "Two selections overlap. Remove one of them.");
      }
    }
    return spans;
  }

  private static MissedSpan checked(
      String text, Selected selected, Tags.Places tags, OffsetMap offsets) {
    int start = selected.start();
    int end = selected.end();
    int length = text.codePointCount(0, text.length());
    if (start < 0 || end > length) {
      throw refused(
          "span-outside",
          "The selection from "
              + start
              + " to "
              + end
              + " is outside the text of "
              + length
              + " characters. Select again.");
    }
    if (end <= start) {
      throw refused(
          "span-backwards",
          "The selection ends at "
              + end
              + ", before or where it starts, "
              + start
              + ". Select at least one character.");
    }
    if (!CodePoints.part(text, start, end).equals(selected.text())) {
      throw refused(
          "span-text-differs",
          "The selected text is not what stands from "
              + start
              + " to "
              + end
              + ". Open the task again and select anew.");
    }
    if (offsets.touchesMask(start, end)
        || tags.touches(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end))) {
      throw refused(
          "span-touches-mask",
          "The selection touches a mask. Select only what can still be read beside it.");
    }
    if (selected.text().isBlank()) {
      throw refused("span-blank", "The selection is blank. Select what identifies a person.");
    }
    return new MissedSpan(start, end, type(selected.type()));
  }

  private static EntityType type(String name) {
    return EntityType.CHOICES.stream()
        .filter(type -> type.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "unknown-type",
                    "This kind of personal data is not known. Choose of "
                        + EntityType.CHOICES.stream()
                            .map(EntityType::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Refusal refused(String type, String sentence) {
    return new Refusal(422, type, sentence);
  }
}
