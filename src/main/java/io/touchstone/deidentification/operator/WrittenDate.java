package io.touchstone.deidentification.operator;

import io.touchstone.deidentification.recogniser.folding.Folding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a text has it. Of two numbers before the year the first is the day, unless only the
 * other reading is a date.
 */
final class WrittenDate {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("([12]\\d{3})([./-])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?([. -]{1,2}(?:of )?)(\\p{L}+)(\\.?[, -]{1,2})(\\d{4})");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}+)(\\.? )(\\d{1,2})(?:st|nd|rd|th)?(,? )(\\d{4})");
  private static final List<String> MONTHS =
      List.of(
          "january february march april may june july august september october november december",
          "januar februar märz april mai juni juli august september oktober november dezember",
          "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
          "jan feb mar apr may jun jul aug sep oct nov dec");

  private interface Form {
    String of(LocalDate date);
  }

  private final LocalDate date;
  private final Form form;

  private WrittenDate(LocalDate date, Form form) {
    this.date = date;
    this.form = form;
  }

  /** The date, if the whole of it can be read. */
  static Optional<WrittenDate> of(String raw) {
    String written = Folding.of(raw).strip();
    try {
      return numbers(written).or(() -> named(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<WrittenDate> numbers(String written) {
    Matcher first = YEAR_FIRST.matcher(written);
    if (first.matches()) {
      String by = first.group(2);
      String month = first.group(3);
      String day = first.group(4);
      LocalDate date = LocalDate.of(number(first.group(1)), number(month), number(day));
      return Optional.of(
          new WrittenDate(
              date,
              d ->
                  d.getYear()
                      + by
                      + like(month, d.getMonthValue())
                      + by
                      + like(day, d.getDayOfMonth())));
    }
    Matcher last = YEAR_LAST.matcher(written);
    return last.matches() ? Optional.of(yearLast(last)) : Optional.empty();
  }

  private static WrittenDate yearLast(Matcher last) {
    String one = last.group(1);
    String two = last.group(3);
    String by = last.group(2);
    String year = last.group(4);
    int full = year.length() == 4 ? number(year) : number(year) + (number(year) < 30 ? 2000 : 1900);
    boolean dayFirst = number(two) <= 12;
    LocalDate date = LocalDate.of(full, number(dayFirst ? two : one), number(dayFirst ? one : two));
    return new WrittenDate(
        date,
        d -> {
          int first = dayFirst ? d.getDayOfMonth() : d.getMonthValue();
          int second = dayFirst ? d.getMonthValue() : d.getDayOfMonth();
          String shown = year.length() == 4 ? "" + d.getYear() : twoDigits(d.getYear() % 100);
          return like(one, first) + by + like(two, second) + by + shown;
        });
  }

  private static Optional<WrittenDate> named(String written) {
    Matcher dayMonth = DAY_MONTH.matcher(written);
    Matcher monthDay = MONTH_DAY.matcher(written);
    boolean dayFirst = dayMonth.matches();
    if (!dayFirst && !monthDay.matches()) {
      return Optional.empty();
    }
    Matcher m = dayFirst ? dayMonth : monthDay;
    String day = m.group(dayFirst ? 1 : 3);
    String name = m.group(dayFirst ? 3 : 1);
    for (String language : MONTHS) {
      List<String> months = Arrays.asList(language.split(" "));
      int month = months.indexOf(name.toLowerCase(Locale.ROOT));
      if (month >= 0) {
        LocalDate date = LocalDate.of(number(m.group(5)), month + 1, number(day));
        String one = m.group(2);
        String two = m.group(4);
        return Optional.of(
            new WrittenDate(
                date,
                d -> {
                  String shownMonth = cased(months.get(d.getMonthValue() - 1), name);
                  String shownDay = like(day, d.getDayOfMonth());
                  return (dayFirst ? shownDay : shownMonth)
                      + one
                      + (dayFirst ? shownMonth : shownDay)
                      + two
                      + d.getYear();
                }));
      }
    }
    return Optional.empty();
  }

  private static String cased(String month, String original) {
    return Character.isUpperCase(original.codePointAt(0))
        ? month.substring(0, 1).toUpperCase(Locale.ROOT) + month.substring(1)
        : month;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** With a zero before it where the original has two digits. */
  private static String like(String original, int number) {
    return original.length() == 2 ? twoDigits(number) : String.valueOf(number);
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** As it was written, so many days later. */
  String shifted(int days) {
    return form.of(date.plusDays(days));
  }

  int year() {
    return date.getYear();
  }
}
