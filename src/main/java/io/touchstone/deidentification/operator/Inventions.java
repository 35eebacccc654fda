package io.touchstone.deidentification.operator;

import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.platform.crypto.Hmac;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values that stand for nobody, of the kind, about the length and the language of what a mask
 * hides, whose value is not needed for that. They come from the same ranges as surrogates.
 */
public final class Inventions {

  private static final int ONE_WORD = 9;

  /** A person's name by which {@link NameSurrogates} knows the language. */
  private static final Map<String, String> NAMES =
      Map.of(
          "en", "Susan Walker", "de", "Ingrid Weber", "fr", "Claire Moreau", "es", "Carmen Vidal");

  private static final Map<String, String> PHONES =
      Map.of(
          "en",
          "020 7946 0000",
          "de",
          "030 23125 000",
          "fr",
          "01 99 00 00 00",
          "es",
          "+34 555 0100");

  /** How other kinds are written. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "IBAN", "GB00 XXXX 0000 0000 0000 00",
          "CARD", "0000 0000 0000 0000",
          "US_SSN", "000-00-0000",
          "UK_NHS", "000 000 0000",
          "UK_NINO", "QQ000000A",
          "UK_POSTCODE", "ZZ99 9ZZ",
          "CA_SIN", "000 000 000",
          "IN_AADHAAR", "0000 0000 0000",
          "IMEI", "000000000000000",
          "MAC_ADDRESS", "00:00:5E:00:53:00");

  /** Small words that tell a language. */
  private static final Map<String, List<String>> TELLING =
      Map.of(
          "de", List.of(" und ", " der ", " die ", " ist ", " nicht "),
          "fr", List.of(" et ", " le ", " les ", " est ", " une "),
          "es", List.of(" y ", " el ", " los ", " una ", " que "));

  private final Hmac key;

  /**
   * @param key the same key and context give the same inventions
   */
  public Inventions(Hmac key) {
    this.key = key;
  }

  /**
   * An invented value, or nothing for a kind of which no harmless values are known.
   *
   * @param length code points of what the mask hides
   * @param text in which the value is to stand
   * @param context what the value is for
   */
  public Optional<String> of(EntityType type, int length, String text, String... context) {
    Draws draws = new Draws(key, context);
    String language = language(text);
    return switch (type.id()) {
      case "NAME", "PERSON" -> Optional.of(name(language, length, draws));
      case "EMAIL" -> Optional.of(ContactSurrogates.email(draws));
      case "PHONE" -> Optional.of(ContactSurrogates.phone(PHONES.get(language), draws));
      case "IP" -> Optional.of(ContactSurrogates.internetAddress("", draws));
      default ->
          Optional.ofNullable(SHAPES.get(type.id()))
              .flatMap(shape -> NumberSurrogates.of(type.id(), shape, draws));
    };
  }

  private static String name(String language, int length, Draws draws) {
    String full = NameSurrogates.of(NAMES.get(language), draws);
    return length > ONE_WORD ? full : full.split(" ")[draws.below(2)];
  }

  private static String language(String text) {
    String padded = " " + text.toLowerCase(Locale.ROOT) + " ";
    String best = "en";
    long most = 1;
    for (String language : List.of("de", "fr", "es")) {
      long found = TELLING.get(language).stream().filter(padded::contains).count();
      if (found > most) {
        most = found;
        best = language;
      }
    }
    return best;
  }
}
