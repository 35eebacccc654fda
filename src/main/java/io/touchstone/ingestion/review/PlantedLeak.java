package io.touchstone.ingestion.review;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.OffsetMap;
import java.util.ArrayList;
import java.util.List;

/**
 * An invented leak: what is shown of an item in the place of one of its masks, to measure whether
 * the reviewer sees it. The item itself stays as it is.
 *
 * @param mask which of the item's masks, from 0
 * @param value invented, of the mask's kind
 */
record PlantedLeak(int mask, String value) {

  /**
   * The copy that a reviewer sees.
   *
   * @param offsets with the other masks
   * @param start first code point of the invented value
   * @param end code point after its last
   * @param longer by how many code points the value is longer than the mask
   */
  record Copy(String text, OffsetMap offsets, int start, int end, int longer) {

    /** Whether a stretch of the copy shares a code point with the invented value. */
    boolean isTouchedBy(MissedSpan span) {
      return span.start() < end && span.end() > start;
    }

    /** The stretch of the item that a stretch of the copy stands for, outside the value. */
    MissedSpan inItem(MissedSpan span) {
      int back = span.start() >= end ? longer : 0;
      return new MissedSpan(span.start() - back, span.end() - back, span.type());
    }
  }

  /** The copy of an item. */
  Copy in(String text, OffsetMap offsets) {
    OffsetMap.Mask replaced = offsets.masks().get(mask);
    int length = value.codePointCount(0, value.length());
    int longer = length - (replaced.redactedEnd() - replaced.redactedStart());
    List<OffsetMap.Mask> others = new ArrayList<>();
    for (OffsetMap.Mask each : offsets.masks()) {
      if (each.redactedStart() >= replaced.redactedEnd()) {
        others.add(each.movedBy(longer));
      } else if (each != replaced) {
        others.add(each);
      }
    }
    String copy =
        CodePoints.part(text, 0, replaced.redactedStart())
            + value
            + CodePoints.part(text, replaced.redactedEnd(), text.codePointCount(0, text.length()));
    return new Copy(
        copy,
        new OffsetMap(others),
        replaced.redactedStart(),
        replaced.redactedStart() + length,
        longer);
  }
}
