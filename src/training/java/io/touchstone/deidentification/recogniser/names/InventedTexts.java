package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.names.NameModel.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Fills the slots of sentence patterns, and writes some of them as badly as people do. */
final class InventedTexts {

  private final Random random;
  private final InventedNames names;
  private final List<String> patterns;
  private final List<String> regions;
  private final Map<String, List<String>> things = new HashMap<>();

  /**
   * @param patterns sentences with slots
   * @param things lines of sections "[kind]", with parts for names in them
   * @param regions countries and peoples
   */
  InventedTexts(
      Random random,
      InventedNames names,
      List<String> patterns,
      List<String> things,
      List<String> regions) {
    this.random = random;
    this.names = names;
    this.patterns = List.copyOf(patterns);
    this.regions = List.copyOf(regions);
    String kind = "";
    for (String line : things) {
      if (line.startsWith("[")) {
        kind = line;
      } else {
        this.things.computeIfAbsent(kind, k -> new ArrayList<>()).add(line);
      }
    }
  }

  /** The next text: one to three sentences. */
  InventedText next() {
    InventedText.Builder text = new InventedText.Builder();
    int sentences = 1 + random.nextInt(3);
    for (int i = 0; i < sentences; i++) {
      if (i > 0) {
        text.plain(random.nextInt(3) == 0 ? "\n" : " ");
      }
      if (random.nextInt(14) == 0) {
        salad(text);
      } else {
        fill(patterns.get(random.nextInt(patterns.size())), text);
      }
    }
    return noisy(text.build());
  }

  /** Every pattern once, in order. */
  List<InventedText> each() {
    List<InventedText> texts = new ArrayList<>();
    for (String pattern : patterns) {
      InventedText.Builder text = new InventedText.Builder();
      fill(pattern, text);
      texts.add(noisy(text.build()));
    }
    return texts;
  }

  /** Ordinary words in a row, the first with a capital, now and then all of them. */
  private void salad(InventedText.Builder text) {
    boolean title = random.nextInt(3) == 0;
    int length = 2 + random.nextInt(7);
    for (int i = 0; i < length; i++) {
      String word = names.word();
      String written = i == 0 || title ? word : word.toLowerCase(Locale.ROOT);
      text.plain(i == 0 ? "" : " ");
      if (title) {
        text.name(written, Outcome.THING);
      } else {
        text.plain(written);
      }
    }
    text.plain(".");
  }

  private void fill(String pattern, InventedText.Builder text) {
    int done = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', done)) {
      text.plain(pattern.substring(done, open));
      slot(pattern.charAt(open + 1), text);
      done = open + 3;
    }
    text.plain(pattern.substring(done));
  }

  private void slot(char kind, InventedText.Builder text) {
    switch (kind) {
      case 'P' -> text.name(names.person(), Outcome.PERSON);
      case 'F' -> text.name(names.full(), Outcome.PERSON);
      case 'G' -> text.name(names.given(), Outcome.PERSON);
      case 'S' -> text.name(names.surname(), Outcome.PERSON);
      case 'C' -> text.name(names.town(), Outcome.PLACE);
      case 'R' -> text.name(region(), Outcome.THING);
      case 'Z' -> text.name(thing("[street]"), Outcome.PLACE);
      case 'M' -> text.name(thing("[month]"), Outcome.THING);
      case 'O' -> text.name(thing("[organisation]"), Outcome.THING);
      case 'W' -> text.name(thing("[work]"), Outcome.THING);
      case 'T' -> text.name(thing("[thing]"), Outcome.THING);
      case 'D' -> text.name(thing("[german]"), Outcome.THING);
      case 'A' -> text.name(names.otherScript(), Outcome.PERSON);
      case 'N' -> text.plain(String.valueOf(1 + random.nextInt(random.nextBoolean() ? 99 : 2020)));
      default -> throw new IllegalStateException("There is no slot " + kind + ".");
    }
  }

  private String region() {
    return InventedNames.capitalised(regions.get(random.nextInt(regions.size())));
  }

  private String thing(String kind) {
    List<String> forms = things.get(kind);
    String form = forms.get(random.nextInt(forms.size()));
    StringBuilder made = new StringBuilder();
    for (int at = 0; at < form.length(); at++) {
      if (form.charAt(at) == '$') {
        at++;
        made.append(
            switch (form.charAt(at)) {
              case 'S' -> names.surname();
              case 'G' -> names.given();
              case 'C' -> names.town();
              case 'R' -> region();
              case 'K' -> names.shortForm();
              case 'N' -> String.valueOf(random.nextInt(900));
              case 'L' -> String.valueOf((char) ('A' + random.nextInt(26)));
              default -> names.word();
            });
      } else {
        made.append(form.charAt(at));
      }
    }
    return made.toString();
  }

  /** A tenth in small letters, a twelfth in capitals. */
  private InventedText noisy(InventedText text) {
    int roll = random.nextInt(120);
    String written = text.text();
    if (roll < 12) {
      written = lower(written);
    } else if (roll < 22) {
      written = upper(written);
    }
    return new InventedText(written, text.names());
  }

  /** Of the same length, so that the names stay where they are. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder();
    text.chars().forEach(c -> lower.append(Character.toLowerCase((char) c)));
    return lower.toString();
  }

  private static String upper(String text) {
    StringBuilder upper = new StringBuilder();
    text.chars().forEach(c -> upper.append(Character.toUpperCase((char) c)));
    return upper.toString();
  }
}
