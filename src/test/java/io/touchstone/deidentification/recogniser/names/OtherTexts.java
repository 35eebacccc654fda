package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.names.NameModel.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with persons, made by other patterns and of other names than those the model was trained
 * on; a third of the names are in no list.
 */
final class OtherTexts {

  private static final Pattern SLOT = Pattern.compile("<([A-Za-z]+)>");

  /** Names that neither list holds. */
  private static final List<String> UNLISTED_GIVEN =
      List.of(
          "Ysoldra",
          "Tavrin",
          "Kwabruno",
          "Mirelune",
          "Odaric",
          "Zenobio",
          "Hallgerdur",
          "Ptolemea",
          "Brunhardt",
          "Quillon",
          "Wynfrieda",
          "Ismerelle",
          "Thorvaldur",
          "Anakita",
          "Evgenita");

  private static final List<String> UNLISTED_SURNAMES =
      List.of(
          "Vandersloten",
          "Okpongwe",
          "Krzemowski",
          "Brackenthwaite",
          "Aguirrezabala",
          "Steinhuber",
          "Papadimitrakos",
          "Lundqvistad",
          "Ferrandelli",
          "Yamanokuchi",
          "Tottenwell",
          "Dragulescuta",
          "Nkemelu",
          "Haraldsdottar",
          "Beaumarchand",
          "Quispetupa",
          "Zwartkruiser",
          "Oyelarante");

  private final Random random;
  private final List<String> given;
  private final List<String> surnames;
  private final List<String> patterns;

  OtherTexts(long seed) {
    random = new Random(seed);
    Lexicon lexicon = Lexicon.get();
    given = ofTheOtherHalf(lexicon.listed(Lexicon.Kind.GIVEN_NAME, tier -> tier > 1));
    surnames = ofTheOtherHalf(lexicon.listed(Lexicon.Kind.FAMILY_NAME, tier -> tier > 0));
    patterns = patterns();
  }

  private static List<String> ofTheOtherHalf(List<String> names) {
    return names.stream()
        .filter(name -> !NameModelTraining.isForTraining(name))
        .filter(name -> name.length() > 2 && name.charAt(0) < 0x250)
        .map(InventedNames::capitalised)
        .toList();
  }

  private static List<String> patterns() {
    try (var in = OtherTexts.class.getResourceAsStream("/names/other-texts.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every pattern once, with names drawn anew. */
  List<InventedText> round() {
    List<InventedText> texts = new ArrayList<>();
    for (String pattern : patterns) {
      InventedText.Builder text = new InventedText.Builder();
      Matcher slot = SLOT.matcher(pattern);
      int done = 0;
      while (slot.find()) {
        text.plain(pattern.substring(done, slot.start()));
        text.name(name(slot.group(1)), Outcome.PERSON);
        done = slot.end();
      }
      texts.add(text.plain(pattern.substring(done)).build());
    }
    return texts;
  }

  private String name(String slot) {
    return switch (slot) {
      case "FIRST" -> first();
      case "first" -> first().toLowerCase(Locale.ROOT);
      case "LAST" -> last();
      case "LASTUP" -> last().toUpperCase(Locale.ROOT);
      case "FULL" -> first() + " " + last();
      case "full" -> (first() + " " + last()).toLowerCase(Locale.ROOT);
      case "FULLUP" -> (first() + " " + last()).toUpperCase(Locale.ROOT);
      default -> throw new IllegalStateException(slot);
    };
  }

  private String first() {
    return pick(random.nextInt(3) == 0 ? UNLISTED_GIVEN : given);
  }

  private String last() {
    return pick(random.nextInt(3) == 0 ? UNLISTED_SURNAMES : surnames);
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
