package io.touchstone.workforce.people;

import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand in the fields of a person; a refusal names the field in {@code where}. */
final class Fields {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{2,64}");
  private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");
  private static final Pattern SKILL = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int LONGEST = 100;
  private static final int MINUTES_OF_A_DAY = 1440;

  private Fields() {}

  /** The engine takes letters and digits only, and keeps them as they are for good. */
  static String id(String text) {
    return Optional.of(text.strip())
        .filter(ID.asMatchPredicate())
        .orElseThrow(
            () ->
                fault(
                    "id",
                    "A user id has 2 to 64 letters (a to z, A to Z) and digits, nothing else: it"
                        + " stays the same for good."));
  }

  static String name(String text) {
    return line("name", text)
        .orElseThrow(() -> fault("name", "Write the name under which others know the person."));
  }

  /** Empty text is no mail address. */
  static Optional<String> mail(String text) {
    Optional<String> mail = line("mail", text);
    if (mail.isPresent() && !MAIL.matcher(mail.get()).matches()) {
      throw fault("mail", "A mail address looks like name@example.org. It may also be left out.");
    }
    return mail;
  }

  static String department(String text) {
    return line("department", text).orElse("");
  }

  /** Words as in a project's settings. */
  static String skill(String text) {
    return Optional.of(text.strip())
        .filter(SKILL.asMatchPredicate())
        .orElseThrow(
            () ->
                fault(
                    "skills",
                    "A skill is written in small letters, digits and hyphens, as projects ask for"
                        + " it: claims, clinic-notes."));
  }

  static double level(double level) {
    if (!(level > 0 && level <= 1)) {
      throw fault("skills", "The level of a skill is above 0 and at most 1; 1 is the usual one.");
    }
    return level;
  }

  static double level(String text) {
    try {
      return level(Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      throw fault("skills", "The level of a skill is a number above 0 and at most 1, like 0.8.");
    }
  }

  static int capacity(int minutes) {
    if (minutes < 1 || minutes > MINUTES_OF_A_DAY) {
      throw fault("capacity", "Minutes a day are a whole number from 1 to 1440, like 120.");
    }
    return minutes;
  }

  static int capacity(String text) {
    try {
      return capacity(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw fault("capacity", "Minutes a day are a whole number from 1 to 1440, like 120.");
    }
  }

  /** {@code mon tue}; also days from one to another, {@code mon-fri}. */
  static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : text.strip().toLowerCase(Locale.ROOT).split("[\\s,|]+")) {
      String[] ends = word.split("-", 2);
      DayOfWeek last = day(ends[ends.length - 1]);
      DayOfWeek day = day(ends[0]);
      while (day != last) {
        days.add(day);
        day = day.plus(1);
      }
      days.add(last);
    }
    return days;
  }

  static String code(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }

  private static DayOfWeek day(String code) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> code(day).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    "days",
                    "Working days are written mon, tue, wed, thu, fri, sat, sun; also mon-fri."));
  }

  static Role role(String group) {
    return Role.ofGroup(group.strip())
        .orElseThrow(
            () ->
                fault(
                    "roles",
                    "The roles are "
                        + Arrays.stream(Role.values())
                            .map(Role::group)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Optional<String> line(String field, String text) {
    String line = text.strip();
    if (line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
      throw fault(field, "Write one line of at most " + LONGEST + " characters.");
    }
    return Optional.of(line).filter(words -> !words.isEmpty());
  }

  static Refusal fault(String field, String sentence) {
    return new Refusal(422, "unfit-" + field, sentence, Map.of("where", field));
  }

  /** As a date of a request. */
  static java.time.LocalDate date(String field, Optional<String> text) {
    try {
      return java.time.LocalDate.parse(text.orElse(""));
    } catch (DateTimeException e) {
      throw fault(field, "Write the day as 2031-01-15.");
    }
  }
}
