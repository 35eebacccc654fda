package io.touchstone.deidentification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.touchstone.answer.Answer;
import io.touchstone.answer.ItemText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How places of a raw text and of its redacted form correspond, in code points.
 *
 * @param masks in order; empty where nothing was masked
 */
public record OffsetMap(List<Mask> masks) {

  /** A raw stretch and the tag in its place, ends exclusive. */
  public record Mask(int rawStart, int rawEnd, int redactedStart, int redactedEnd) {

    public Mask movedBy(int codePoints) {
      return new Mask(rawStart, rawEnd, redactedStart + codePoints, redactedEnd + codePoints);
    }
  }

  public OffsetMap {
    masks = List.copyOf(masks);
  }

  /** From its stored form, quadruples of numbers. */
  @JsonCreator
  public static OffsetMap of(int[][] quadruples) {
    return new OffsetMap(
        Arrays.stream(quadruples).map(q -> new Mask(q[0], q[1], q[2], q[3])).toList());
  }

  /** The stored form: raw start, raw end, redacted start, redacted end of each mask. */
  @JsonValue
  public int[][] quadruples() {
    return masks.stream()
        .map(m -> new int[] {m.rawStart(), m.rawEnd(), m.redactedStart(), m.redactedEnd()})
        .toArray(int[][]::new);
  }

  /**
   * The map after a further stretch of the redacted text has been replaced by a tag.
   *
   * @param start first code point in the redacted text, outside every tag
   * @param end code point after the last, with no tag in between
   * @param tagLength code points of the tag
   */
  public OffsetMap withMask(int start, int end, int tagLength) {
    int longer = tagLength - (end - start);
    Mask added =
        new Mask(toRaw(start).orElseThrow(), toRaw(end).orElseThrow(), start, start + tagLength);
    List<Mask> all = new ArrayList<>();
    for (Mask mask : masks) {
      if (mask.redactedStart() >= end) {
        all.add(mask.movedBy(longer));
      } else if (mask.redactedEnd() <= start) {
        all.add(mask);
      } else {
        throw new IllegalArgumentException("The stretch touches a mask.");
      }
    }
    all.add(added);
    all.sort(Comparator.comparingInt(Mask::redactedStart));
    return new OffsetMap(all);
  }

  /** The place in the redacted text, or nothing for a place within a mask. */
  public OptionalInt toRedacted(int raw) {
    int shift = 0;
    for (Mask mask : masks) {
      if (raw <= mask.rawStart()) {
        break;
      }
      if (raw < mask.rawEnd()) {
        return OptionalInt.empty();
      }
      shift = mask.redactedEnd() - mask.rawEnd();
    }
    return OptionalInt.of(raw + shift);
  }

  /** Where stretches of the raw text stand in the redacted one. */
  public Answer.Passage onto(String redacted) {
    ItemText text = new ItemText(redacted);
    return raw -> toRedacted(raw, text);
  }

  /** The stretch on the redacted text, or nothing for one that shares a code point with a mask. */
  Optional<Answer.Stretch> toRedacted(Answer.Stretch raw, ItemText redacted) {
    OptionalInt start = toRedacted(raw.start());
    OptionalInt end = toRedacted(raw.end());
    if (masks(raw.start(), raw.end()) || start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    String covered = redacted.slice(start.getAsInt(), end.getAsInt());
    return Optional.of(new Answer.Stretch(start.getAsInt(), end.getAsInt(), covered));
  }

  /** Whether a stretch of the raw text, its end exclusive, shares a code point with a mask. */
  public boolean masks(int rawStart, int rawEnd) {
    return masks.stream().anyMatch(m -> rawStart < m.rawEnd() && rawEnd > m.rawStart());
  }

  /** Whether a mask of this map is not within one of the other's, of the same raw text. */
  public boolean masksMoreThan(OffsetMap other) {
    return masks.stream()
        .anyMatch(
            mask ->
                other.masks.stream()
                    .noneMatch(
                        wider ->
                            wider.rawStart() <= mask.rawStart()
                                && wider.rawEnd() >= mask.rawEnd()));
  }

  /** Whether a stretch of the redacted text, its end exclusive, shares a code point with a mask. */
  public boolean touchesMask(int start, int end) {
    int low = 0;
    int high = masks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (masks.get(middle).redactedEnd() > start) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < masks.size() && masks.get(low).redactedStart() < end;
  }

  /** The place in the raw text, or nothing for a place within a tag. */
  public OptionalInt toRaw(int redacted) {
    int shift = 0;
    for (Mask mask : masks) {
      if (redacted <= mask.redactedStart()) {
        break;
      }
      if (redacted < mask.redactedEnd()) {
        return OptionalInt.empty();
      }
      shift = mask.rawEnd() - mask.redactedEnd();
    }
    return OptionalInt.of(redacted + shift);
  }
}
