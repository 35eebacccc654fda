package io.touchstone.workforce.people;

import io.touchstone.platform.web.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whom, what or whose somebody must not judge.
 *
 * @param id of the row
 * @param value a user id, a source, a subject or a project's key
 * @param notedBy who said so
 */
public record Conflict(long id, String personId, Kind kind, String value, String notedBy) {

  private static final int LONGEST = 200;

  /** What the conflict is with. */
  public enum Kind {
    PERSON,
    SOURCE,
    SUBJECT,
    PROJECT;

    /** For programs. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Refusal 422 for any other word
     */
    static Kind of(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code().equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  fault(
                      "A conflict is with a "
                          + Arrays.stream(values())
                              .map(Kind::code)
                              .collect(Collectors.joining(", "))
                          + ": say which in \"kind\"."));
    }
  }

  /** A conflict that is not noted yet. */
  record Wanted(Kind kind, String value) {

    /**
     * @throws Refusal 422 without a value, or for one that is too long
     */
    static Wanted of(String kind, String value) {
      Kind known = Kind.of(kind.strip());
      String text = value.strip();
      if (text.isEmpty() || text.length() > LONGEST) {
        throw fault(
            "Say with which %s the conflict is, in 1 to %d characters."
                .formatted(known.code(), LONGEST));
      }
      return new Wanted(known, text);
    }

    /** As in a list: {@code project:claims}. */
    static Wanted of(String cell) {
      int colon = cell.indexOf(':');
      if (colon < 0) {
        throw fault(
            "A conflict is written with its kind before a colon: person:ben, source:ward-3,"
                + " subject:4711, project:claims.");
      }
      return of(cell.substring(0, colon), cell.substring(colon + 1));
    }
  }

  private static Refusal fault(String sentence) {
    return new Refusal(422, "unfit-conflict", sentence, Map.of("where", "conflicts"));
  }
}
