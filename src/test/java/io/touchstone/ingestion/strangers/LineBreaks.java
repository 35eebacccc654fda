package io.touchstone.ingestion.strangers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Lines broken as hard-wrapped mail and text taken out of a page description break them. */
final class LineBreaks {

  private static final int COLUMNS = 72;
  private static final String[] BREAKS = {
    "\n", "\n", "\r\n", "\n    ", "\n\t", "\n> ", "\n> ", "\f", " \n", "\r\n  "
  };
  private static final Set<String> NO_HYPHEN =
      Set.of(
          "email",
          "ip-address",
          "credentials",
          "crypto-address",
          "passport-mrz",
          "geo-coordinates",
          "date-of-birth");

  private LineBreaks() {}

  static Placed apply(Kind kind, Identifier id, String before, String after, Random r) {
    String cut = Draw.of(r, BREAKS);
    boolean contextAhead = before.endsWith(" ") && !before.isBlank();
    boolean single = id.groups().size() == 1;
    Placed placed;
    if (contextAhead && (single || r.nextInt(4) == 0)) {
      String head = wrap(before.stripTrailing());
      placed = new Placed(head + cut, id.text(), after);
    } else if (single) {
      placed = new Placed(before + (before.endsWith("\n") ? "\n" : "\n  "), id.text(), after);
    } else {
      placed = new Placed(wrap(before), broken(kind, id, cut, r), after);
    }
    if (cut.startsWith("\r\n")) {
      return new Placed(crlf(placed.before()), crlf(placed.written()), crlf(placed.after()));
    }
    if (cut.equals("\n> ")) {
      return new Placed(
          "> " + quoted(placed.before()), quoted(placed.written()), quoted(placed.after()));
    }
    return placed;
  }

  private static String broken(Kind kind, Identifier id, String cut, Random r) {
    if (kind.regroup() && r.nextInt(10) < 3) {
      String s = id.text();
      int at;
      do {
        at = 1 + r.nextInt(s.length() - 1);
      } while (!Character.isLetterOrDigit(s.charAt(at))
          || !Character.isLetterOrDigit(s.charAt(at - 1)));
      boolean hyphen = !NO_HYPHEN.contains(kind.name()) && r.nextInt(3) == 0;
      return s.substring(0, at) + (hyphen ? "-" : "") + cut + s.substring(at);
    }
    List<String> separators = new ArrayList<>(id.separators());
    int at = r.nextInt(separators.size());
    String old = separators.get(at);
    String put;
    if (old.isBlank()) {
      boolean hyphen = !NO_HYPHEN.contains(kind.name()) && r.nextInt(4) == 0;
      put = (hyphen ? "-" : "") + cut;
    } else {
      put = r.nextInt(4) > 0 ? old.stripTrailing() + cut : cut + old.stripLeading();
    }
    separators.set(at, put);
    return id.with(separators).text();
  }

  /** Greedy wrap of the text ahead of the identifier. */
  private static String wrap(String text) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : text.split("(?<= )")) {
      int newline = word.lastIndexOf('\n');
      if (newline < 0 && column + word.stripTrailing().length() > COLUMNS) {
        out.setLength(out.length() - (out.toString().endsWith(" ") ? 1 : 0));
        out.append('\n');
        column = 0;
      }
      out.append(word);
      column = newline < 0 ? column + word.length() : word.length() - newline - 1;
    }
    return out.toString();
  }

  private static String crlf(String s) {
    return s.replace("\r\n", "\n").replace("\n", "\r\n");
  }

  private static String quoted(String s) {
    return s.replace("\n> ", "\n").replace("\n", "\n> ");
  }
}
