package io.touchstone.ingestion.strangers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Separators and typing: what people do with the same characters. */
final class Noises {

  private static final Map<String, String> NUMBER_WORD =
      Map.of(
          "de",
          "Nr.:",
          "fr",
          "n\u00b0:",
          "es",
          "n.\u00ba",
          "it",
          "n.",
          "nl",
          "nr.:",
          "sv",
          "nr:",
          "pl",
          "nr:",
          "pt",
          "n\u00ba");

  private static final int MOST_ATTEMPTS = 1_000;

  private Noises() {}

  static Placed apply(
      Noise noise,
      Kind kind,
      Identifier id,
      String before,
      String after,
      String language,
      Random r) {
    return switch (noise) {
      case CLEAN -> new Placed(before, id.text(), after);
      case SEPARATORS -> new Placed(before, separators(kind, id, r), after);
      case LINE_BREAK -> LineBreaks.apply(kind, id, before, after, r);
      case UNICODE -> new Placed(before, UnicodeNoise.apply(kind, id, r), after);
      case TYPING -> typing(kind, id, before, after, language, r);
    };
  }

  /** One other separator for all places, or two mixed, or a different one at each place. */
  private static String separators(Kind kind, Identifier id, Random r) {
    if (kind.name().equals("email")) {
      String at = Draw.of(r, " @ ", "@ ", " @", "\u00a0@\u00a0", "  @  ");
      String dot = Draw.of(r, ".", ".", ". ", " . ");
      String s = id.text();
      int host = s.indexOf('@');
      return s.substring(0, host) + at + s.substring(host + 1).replace(".", dot);
    }
    if (kind.name().equals("ip-address")) {
      String s = id.text();
      return s.indexOf(':') >= 0
          ? s.replace(":", Draw.of(r, " : ", ": ", "\u2009:\u2009", " :"))
          : s.replace(".", Draw.of(r, " . ", ". ", " .", "\u00a0.\u00a0", "\u2009.\u2009", " .  "));
    }
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      String first = Draw.of(r, kind.places());
      String second = Draw.of(r, kind.places());
      int style = r.nextInt(4);
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < id.separators().size(); i++) {
        boolean doubled =
            style == 3
                && !kind.name().equals("geo-coordinates")
                && !id.separators().get(i).isEmpty();
        chosen.add(
            doubled ? id.separators().get(i).repeat(2) : style == 2 && i % 2 == 1 ? second : first);
      }
      String written = id.with(chosen).text();
      if (!written.equals(id.text())) {
        return written;
      }
    }
    throw new IllegalStateException("No other way to divide a " + kind.name());
  }

  private static Placed typing(
      Kind kind, Identifier id, String before, String after, String language, Random r) {
    String written = id.text();
    String head = before;
    String tail = after;
    if (kind.name().equals("email")) {
      written =
          r.nextInt(3) == 0
              ? written.toUpperCase(Locale.ROOT)
              : written
                  .replace("@", Draw.of(r, " (at) ", "(at)", " [at] ", "[at]", " at "))
                  .replace(".", Draw.of(r, ".", "(dot)", " dot ", "[.]"));
    } else if (kind.name().equals("ip-address") && r.nextBoolean()) {
      written = written.replace(".", Draw.of(r, "[.]", "(.)")).replace(":", Draw.of(r, "[:]", ":"));
    } else if (kind.name().equals("crypto-address")) {
      written = Identifier.join(id.groups(), " ").text();
    } else if (kind.regroup() && r.nextInt(3) > 0) {
      written = regroup(id, r);
    }
    if (kind.fold() && r.nextBoolean()) {
      written = r.nextInt(4) > 0 ? written.toLowerCase(Locale.ROOT) : oneSmall(written);
    }
    boolean same = written.equals(id.text());
    if (!same && r.nextInt(3) > 0) {
      return new Placed(head, written, tail);
    }
    String stripped = head.stripTrailing();
    char last = stripped.isEmpty() ? ' ' : stripped.charAt(stripped.length() - 1);
    if (r.nextBoolean()
        && (Character.isLetter(last) || last == ':' || last == '#' || last == '.')) {
      String word =
          kind.regroup()
                  && !kind.name().equals("crypto-address")
                  && !kind.name().equals("mac-address")
              ? NUMBER_WORD.getOrDefault(language, Draw.of(r, "No.:", "no:", "#", "Nr."))
              : ":";
      head = stripped + (!Character.isLetter(last) ? "" : kind.regroup() ? " " + word : word);
    } else {
      String pair =
          kind.name().equals("passport-mrz")
              ? "[]"
              : Draw.of(r, "()", "[]", "<>", "\"\"", "**", "()");
      head = head + pair.charAt(0);
      tail = pair.charAt(1) + tail;
    }
    return new Placed(head, written, tail);
  }

  private static String oneSmall(String written) {
    for (int i = written.length() - 1; i >= 0; i--) {
      if (Character.isUpperCase(written.charAt(i))) {
        return written.substring(0, i)
            + Character.toLowerCase(written.charAt(i))
            + written.substring(i + 1);
      }
    }
    return written;
  }

  /** Pairs, threes, fours, fives, single characters, one ahead, or uneven groups. */
  private static String regroup(Identifier id, Random r) {
    String core = id.core();
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      int style = r.nextInt(7);
      String separator = style == 4 ? " " : Draw.of(r, " ", " ", " ", "-", ".");
      Identifier other;
      switch (style) {
        case 0, 1, 2, 3 -> other = Identifier.every(core, separator, style + 2);
        case 4 -> other = Identifier.every(core, separator, 1);
        case 5 -> {
          List<String> groups = new ArrayList<>(List.of(core.substring(0, 1)));
          groups.addAll(Identifier.every(core.substring(1), "", 3).groups());
          other = Identifier.join(groups, separator);
        }
        default -> {
          List<String> groups = new ArrayList<>();
          for (int at = 0; at < core.length(); ) {
            int size = Math.min(core.length() - at, Draw.between(r, 2, 4));
            groups.add(core.substring(at, at + size));
            at += size;
          }
          other = Identifier.join(groups, separator);
        }
      }
      if (!other.text().equals(id.text())) {
        return other.text();
      }
    }
    throw new IllegalStateException("No other way to group " + core.length() + " characters");
  }
}
