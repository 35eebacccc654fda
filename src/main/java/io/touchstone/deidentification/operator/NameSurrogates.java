package io.touchstone.deidentification.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for names, word by word: of the same language and, where the first name tells it, the same
 * gender; in capitals where the original is; initials and particles stay in their place.
 */
final class NameSurrogates {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+");
  private static final List<String> PARTICLES =
      List.of("van", "von", "der", "den", "de", "di", "da", "del", "la", "le", "bin", "al", "zu");

  /** Names of one language: women, men, families. */
  private record Names(List<String> women, List<String> men, List<String> families) {}

  private static final Map<String, Names> LANGUAGES =
      Map.of(
          "en",
          names(
              "Alice Grace Emily Hannah Sarah Laura Megan Rachel Olivia Chloe Anna Karen Susan Jane",
              "James Daniel Oliver Thomas Samuel George Peter Martin Simon Edward Paul Mark John",
              "Walker Harris Turner Cooper Bennett Foster Marsh Palmer Reeves Holden Barton Lowe"),
          "de",
          names(
              "Anneliese Ingrid Leonie Greta Ulrike Sabine Monika Katrin Heike Petra Birgit Renate",
              "Jürgen Günther Wolfgang Stefan Andreas Bernd Dieter Klaus Matthias Holger Uwe Jens",
              "Weber Hofmann Lehmann Krause Vogt Brandt Seidel Arnold Kramer Busch Lindner Thiel"),
          "fr",
          names(
              "Camille Élodie Manon Noémie Juliette Claire Sylvie Hélène Aurélie Margaux Zoé Inès",
              "Antoine Julien Mathieu Nicolas Laurent Étienne Olivier Rémi Bastien Thierry Luc Yves",
              "Dubois Lefèvre Moreau Girard Fontaine Chevalier Perrin Gauthier Marchand Colin Roy"),
          "es",
          names(
              "Lucía Marta Begoña Carmen Pilar Elena Rocío Beatriz Nuria Inés Alba Paula Irene",
              "Javier Álvaro Pablo Diego Sergio Rafael Íñigo Iñaki Manuel Andrés Hugo Jaime Raúl",
              "García Romero Navarro Serrano Molina Ortega Castillo Delgado Ibáñez Vidal Soto Rey"));

  private NameSurrogates() {}

  private static Names names(String women, String men, String families) {
    return new Names(
        List.of(women.split(" ")), List.of(men.split(" ")), List.of(families.split(" ")));
  }

  /** A first and a last name in small letters of ASCII. */
  static List<String> plain(Draws draws) {
    Names names = LANGUAGES.get("en");
    return List.of(
        draws.of(draws.below(2) == 0 ? names.women() : names.men()).toLowerCase(Locale.ROOT),
        draws.of(names.families()).toLowerCase(Locale.ROOT));
  }

  static String of(String raw, Draws draws) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(raw);
    while (found.find()) {
      words.add(found.group());
    }
    Names names = language(words);
    List<String> firstNames =
        gender(words, names).orElse(draws.below(2) == 0 ? names.women() : names.men());
    int last = words.size() - 1;
    StringBuilder surrogate = new StringBuilder();
    Matcher word = WORD.matcher(raw);
    for (int i = 0; word.find(); i++) {
      String original = word.group();
      boolean stays = PARTICLES.contains(original);
      List<String> from =
          i == last && (last > 0 || isFamily(original)) ? names.families() : firstNames;
      word.appendReplacement(
          surrogate, Matcher.quoteReplacement(stays ? original : other(original, from, draws)));
    }
    return word.appendTail(surrogate).toString();
  }

  private static String other(String original, List<String> from, Draws draws) {
    if (original.length() == 1) {
      char letter = (char) ('A' + draws.below(26));
      return String.valueOf(
          letter == original.charAt(0) ? (char) ((letter - 'A' + 1) % 26 + 'A') : letter);
    }
    int first = draws.below(from.size());
    for (int i = 0; ; i++) {
      String name = from.get((first + i) % from.size());
      if (!name.equalsIgnoreCase(original)) {
        return cased(name, original);
      }
    }
  }

  private static String cased(String name, String original) {
    if (original.equals(original.toUpperCase(Locale.ROOT))) {
      return name.toUpperCase(Locale.ROOT);
    }
    return Character.isLowerCase(original.codePointAt(0)) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static Names language(List<String> words) {
    return LANGUAGES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(
            names ->
                words.stream()
                    .anyMatch(
                        w ->
                            has(names.women(), w)
                                || has(names.men(), w)
                                || has(names.families(), w)))
        .findFirst()
        .orElse(LANGUAGES.get("en"));
  }

  private static Optional<List<String>> gender(List<String> words, Names names) {
    for (String word : words) {
      for (Names each : List.of(names, LANGUAGES.get("en"))) {
        if (has(each.women(), word)) {
          return Optional.of(names.women());
        }
        if (has(each.men(), word)) {
          return Optional.of(names.men());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isFamily(String word) {
    return LANGUAGES.values().stream().anyMatch(names -> has(names.families(), word));
  }

  private static boolean has(List<String> names, String word) {
    return names.stream().anyMatch(word::equalsIgnoreCase);
  }
}
