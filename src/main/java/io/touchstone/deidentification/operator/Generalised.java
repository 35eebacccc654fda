package io.touchstone.deidentification.operator;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values made coarser, as 45 CFR 164.514(b)(2)(i) wants it for a Safe Harbor. */
final class Generalised {

  private static final Pattern AGE = Pattern.compile("[0-9]{1,3}");
  private static final int OLDEST = 89;

  /**
   * Areas of three digits in which at most 20,000 people live, by the census of 2000 (Office for
   * Civil Rights, Guidance Regarding Methods for De-identification, 2012).
   */
  private static final Set<String> FEW_PEOPLE =
      Set.of(
          "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878",
          "879", "884", "890", "893");

  private Generalised() {}

  /** The coarser value, or nothing for a kind without one. */
  static Optional<String> of(String type, String raw) {
    return switch (type) {
      case "POSTAL_CODE" -> postalCode(Shape.digits(raw));
      case "AGE", "AGE_OVER_89" -> age(raw);
      case "DATE_OF_BIRTH", "DATE" -> WrittenDate.of(raw).map(date -> String.valueOf(date.year()));
      default -> Optional.empty();
    };
  }

  private static Optional<String> postalCode(String digits) {
    if (digits.length() != 5 && digits.length() != 9) {
      return Optional.empty();
    }
    String area = digits.substring(0, 3);
    return Optional.of(FEW_PEOPLE.contains(area) ? "000" : area);
  }

  /** Bands of ten years to 80-89, then 90+; the words about it stay. */
  private static Optional<String> age(String raw) {
    Matcher number = AGE.matcher(raw);
    if (!number.find()) {
      return Optional.empty();
    }
    int age = Integer.parseInt(number.group());
    int from = age / 10 * 10;
    String band = age > OLDEST ? "90+" : from + "-" + (from + 9);
    return Optional.of(raw.substring(0, number.start()) + band + raw.substring(number.end()));
  }
}
