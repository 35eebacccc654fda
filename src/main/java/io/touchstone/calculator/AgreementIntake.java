package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import java.util.HashMap;
import java.util.Map;

/** Checks judgements of any type and hands them on to the tally, within the calculator's room. */
final class AgreementIntake {

  static final int MOST_ANNOTATORS = 10_000;
  static final int LONGEST_NAME = 1_000;

  /** Bytes that a judgement takes while it is held and compared, measured where no item repeats. */
  private static final long PER_JUDGEMENT = 160;

  private static final long PER_PART = 120;
  private static final long PER_NUMBER = 16;

  /** Of a number that is the label, which may be another one each time. */
  private static final long PER_VALUE = 100;

  private final Tally tally;
  private final CalculatorRoom.Place room;
  private final Map<String, String> annotators = new HashMap<>();

  AgreementIntake(Tally tally, CalculatorRoom.Place room) {
    this.tally = tally;
    this.room = room;
  }

  /**
   * Takes one judgement.
   *
   * @throws IllegalArgumentException with a sentence, if it cannot be counted
   * @throws io.touchstone.platform.web.Refusal if there is no room for it
   */
  void add(String item, String annotator, JsonNode label) {
    requireName(item);
    requireName(annotator);
    room.take(size(item, label));
    tally.add(item, known(annotator), label);
  }

  /**
   * What came out.
   *
   * @throws IllegalArgumentException with a sentence, if there is more to compare than can be
   * @throws io.touchstone.platform.web.Refusal if there is no room to compare
   */
  AgreementAnswer answer(Bootstrap bootstrap) {
    room.take(tally.bytesToAnswer(annotators.size()));
    return tally.answer(bootstrap);
  }

  /** One text for one annotator, however often the name comes. */
  private String known(String annotator) {
    String known = annotators.putIfAbsent(annotator, annotator);
    if (annotators.size() > MOST_ANNOTATORS) {
      throw new IllegalArgumentException(
          "More than 10,000 annotators occur. Check whether the columns or fields of items and"
              + " annotators are interchanged; otherwise send a sample.");
    }
    return known == null ? annotator : known;
  }

  private static void requireName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "A judgement lacks its item, annotator or label: leave out what nobody judged.");
    }
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "An item or annotator has a name of more than 1,000 characters. Send a short id.");
    }
    requireWhole(name);
  }

  /** Refuses texts that were cut within a character: they cannot be written down again. */
  private static void requireWhole(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      boolean pair =
          Character.isHighSurrogate(unit)
              && at + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(at + 1));
      if (Character.isSurrogate(unit) && !pair) {
        throw new IllegalArgumentException(
            "A name or label holds half of a surrogate pair, so it was cut inside a character."
                + " Export it again from its source.");
      }
      at += pair ? 1 : 0;
    }
  }

  /** Bytes that a judgement takes. */
  static long size(String item, JsonNode label) {
    return PER_JUDGEMENT + item.length() + (label.isNumber() ? PER_VALUE : size(label));
  }

  private static long size(JsonNode label) {
    if (label.isTextual()) {
      requireWhole(label.textValue());
      return label.textValue().length();
    }
    if (label.isNumber()) {
      return PER_NUMBER;
    }
    long size = PER_PART;
    for (JsonNode part : label) {
      size += size(part);
    }
    return size;
  }
}
