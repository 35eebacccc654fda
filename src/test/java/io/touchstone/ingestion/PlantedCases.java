package io.touchstone.ingestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Identifiers planted in texts, written as exporters, mail programs, scans and people write. */
public final class PlantedCases {

  /**
   * A text with one identifier.
   *
   * @param start first code point of it
   * @param end code point after the last
   */
  public record Case(String kind, String noise, String text, int start, int end) {}

  private static final String[] BEFORE = {
    "As agreed I send what you asked for. ",
    "Bitte bis Freitag prüfen: ",
    "Bonjour, voici les informations demandées : ",
    "Hola, le escribo por el contrato de mi madre; ",
    "Thanks for calling back so quickly, here it comes, ",
    "Notes of the visit on Tuesday - ",
    "Il cliente chiede una conferma, ",
    "",
    "Beste collega, zie hieronder: "
  };

  private static final String[] AFTER = {
    " and nothing else was left in the drawer.",
    ". Please answer soon.",
    ", wie besprochen",
    "; merci d'avance",
    " (see the copy)",
    "",
    "\nKind regards",
    " - checked twice"
  };

  private static final Map<String, BiFunction<Random, String, String>> NOISES =
      new LinkedHashMap<>();

  static {
    NOISES.put("clean", (r, s) -> s);
    NOISES.put(
        "doubled",
        (r, s) ->
            s.matches(".*[@:].*") || s.matches("[0-9]+(\\.[0-9]+){3}")
                ? s
                : divided(s, d -> d + d));
    NOISES.put("spaced", (r, s) -> divided(s, d -> " " + d.strip() + " "));
    NOISES.put("mixed", (r, s) -> numeric(s, pick(r, " ", "-", "."), pick(r, " ", "-", ".", "/")));
    NOISES.put("en dash", (r, s) -> numeric(s, "\u2013"));
    NOISES.put("no-break hyphen", (r, s) -> numeric(s, "\u2011"));
    NOISES.put("slash", (r, s) -> numeric(s, "/"));
    NOISES.put("dot", (r, s) -> numeric(s, "."));
    NOISES.put("underscore", (r, s) -> numeric(s, "_"));
    NOISES.put("tabulator", (r, s) -> numeric(s, "\t"));
    NOISES.put("thin space", (r, s) -> numeric(s, "\u2009"));
    NOISES.put("spaced dash", (r, s) -> numeric(s, " - "));
    NOISES.put("line at divider", (r, s) -> broken(r, s, true, "\n"));
    NOISES.put("line amid token", (r, s) -> broken(r, s, false, "\n"));
    NOISES.put("carriage return", (r, s) -> broken(r, s, r.nextBoolean(), "\r\n"));
    NOISES.put("indented", (r, s) -> broken(r, s, r.nextBoolean(), "\n    "));
    NOISES.put("quoted", (r, s) -> broken(r, s, r.nextBoolean(), "\n> "));
    NOISES.put("hyphenated", (r, s) -> broken(r, s, false, "-\n"));
    NOISES.put("form feed", (r, s) -> broken(r, s, r.nextBoolean(), "\n\f"));
    NOISES.put("word above", (r, s) -> s);
    NOISES.put("regrouped", PlantedCases::regrouped);
    NOISES.put("full width", (r, s) -> mapped(s));
    NOISES.put(
        "zero width",
        (r, s) -> s.substring(0, s.length() / 2) + "\u200B" + s.substring(s.length() / 2));
    NOISES.put(
        "references",
        (r, s) -> s.replace("-", "&#45;").replace("@", "&#64;").replace(" ", "&nbsp;"));
  }

  private interface Divide {
    String by(String divider);
  }

  private PlantedCases() {}

  public static List<Case> of(int rounds, long seed) {
    Random random = new Random(seed);
    PlantedIdentifiers identifiers = new PlantedIdentifiers(random);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < rounds * PlantedIdentifiers.kinds().size(); i++) {
      for (Map.Entry<String, BiFunction<Random, String, String>> noise : NOISES.entrySet()) {
        PlantedIdentifiers.Planted planted = identifiers.next(i);
        String noisy = noise.getValue().apply(random, planted.written());
        if (noise.getKey().equals("clean")
            || !noisy.equals(planted.written())
            || noise.getKey().equals("word above")) {
          cases.add(planted(random, planted, noise.getKey(), noisy));
        }
      }
    }
    return cases;
  }

  private static Case planted(
      Random random, PlantedIdentifiers.Planted planted, String noise, String noisy) {
    String lead = noise.equals("word above") ? planted.lead().strip() + "\n" : planted.lead();
    String before = pick(random, BEFORE) + lead;
    int start = before.codePointCount(0, before.length());
    String text = before + noisy + pick(random, AFTER);
    return new Case(
        planted.kind(), noise, text, start, start + noisy.codePointCount(0, noisy.length()));
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String divided(String written, Divide divide) {
    StringBuilder noisy = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean divider =
          " -./:_@".indexOf(c) >= 0
              && i > 0
              && !written.contains("://")
              && !written.startsWith("eyJ")
              && !written.contains("::")
              && !written.contains("0x");
      noisy.append(divider ? divide.by(String.valueOf(c)) : c);
    }
    return noisy.toString();
  }

  /** Other dividers where they are no part of what is written. */
  private static String numeric(String written, String divider) {
    boolean free =
        written.matches("(?:[A-Z]{0,3}[0-9 -]|[A-Z]{4} )+[A-Z0-9]*") && written.indexOf(' ') > 0
            || written.matches("[0-9]+(-[0-9]+)+");
    return free ? written.replaceAll("[ -]", divider) : written;
  }

  private static String numeric(String written, String first, String others) {
    String one = numeric(written, "#");
    return one.contains("#") ? one.replaceFirst("#", first).replace("#", others) : written;
  }

  private static String broken(Random random, String written, boolean atDivider, String with) {
    List<Integer> places = new ArrayList<>();
    for (int i = 2; i < written.length() - 1; i++) {
      boolean divider = " -./:@".indexOf(written.charAt(i - 1)) >= 0;
      boolean beside = divider || " -./:@".indexOf(written.charAt(i)) >= 0;
      if (atDivider ? divider : !beside) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return written;
    }
    int place = places.get(random.nextInt(places.size()));
    boolean blank = written.charAt(place - 1) == ' ';
    return written.substring(0, blank ? place - 1 : place) + with + written.substring(place);
  }

  private static String regrouped(Random random, String written) {
    String compact = written.replaceAll("[ .-]", "");
    if (written.matches("[0-9]+(\\.[0-9]+){3}")
        || !compact.matches("[0-9]{8,}|[A-Z]{2}[0-9]{14,}")) {
      return written;
    }
    int size = 2 + random.nextInt(4);
    return compact.replaceAll("(.{" + size + "})(?!$)", "$1" + pick(random, " ", "-", "."));
  }

  private static String mapped(String written) {
    StringBuilder mapped = new StringBuilder();
    for (char c : written.toCharArray()) {
      mapped.append(c >= '0' && c <= '9' ? (char) (c - '0' + '\uFF10') : c);
    }
    return mapped.toString();
  }
}
