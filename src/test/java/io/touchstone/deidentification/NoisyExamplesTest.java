package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.recogniser.check.Validator;
import io.touchstone.ingestion.ThreadTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How much of generated personal data is covered, and what else is masked by mistake. */
class NoisyExamplesTest {

  private static final int EACH = 100;

  private final Redactor redactor = HostileTextTest.all();
  private final Random random = new Random(11);

  /**
   * How to make one: {@code 9} a digit, {@code A} a capital, {@code F} a hexadecimal digit, a
   * lower-case letter in brackets itself, {@code _} where it may be divided.
   *
   * @param lead a word for it, before it
   * @param dividers characters that people put between its groups
   */
  private record Kind(String name, String lead, String shape, String dividers, String check) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("us-ssn", "SSN ", "999_99_9999", " -.", "us-ssn"),
          new Kind("us-itin", "ITIN ", "999_99_9999", " -.", "us-itin"),
          new Kind("us-npi", "NPI ", "9999_999_999", " -.", "us-npi"),
          new Kind("us-routing", "routing number ", "999_999_999", " -.", "us-routing"),
          new Kind("uk-nhs", "NHS number ", "999_999_9999", " -.", "uk-nhs"),
          new Kind("de-tax-id", "IdNr ", "99_999_999_999", " -.", "de-tax-id"),
          new Kind("de-social-security", "SV ", "99_999999_A_999", " -.", "de-social-security"),
          new Kind("es-nif", "DNI ", "99999999_A", " -.", "es-nif"),
          new Kind("fr-nir", "NIR ", "1_99_99_99_999_999_99", " -.", "fr-nir"),
          new Kind("nl-bsn", "BSN ", "999_999_999", " -.", "nl-bsn"),
          new Kind("be-national", "INSZ ", "99_99_99_999_99", " -.", "be-national"),
          new Kind("se-personal", "personnummer ", "999999_9999", "-", "se-personal"),
          new Kind("pl-pesel", "PESEL ", "999999_99999", " -.", "pl-pesel"),
          new Kind("ch-ahv", "AHV ", "756_9999_9999_99", " -.", "ch-ahv"),
          new Kind("au-tfn", "TFN ", "999_999_999", " -.", "au-tfn"),
          new Kind("ca-sin", "SIN ", "999_999_999", " -.", "luhn"),
          new Kind("in-aadhaar", "Aadhaar ", "3999_9999_9999", " -.", "verhoeff"),
          new Kind("br-cpf", "CPF ", "999_999_999_99", " -.", "br-cpf"),
          new Kind("imei", "IMEI ", "99_999999_999999_9", " -.", "luhn"),
          new Kind("vin", "VIN ", "WAA99999999999999", "", ""),
          new Kind("uk-nino", "NI ", "AB_99_99_99_C", " -.", ""),
          new Kind("uk-postcode", "postcode ", "AB9_9AA", " -", ""),
          new Kind("postal-code", "PLZ ", "19999", "", ""),
          new Kind("medical-record", "MRN ", "9999_9999", " -.", ""),
          new Kind("account-number", "account number ", "9999_9999", " -.", ""),
          new Kind("mac-address", "from ", "FF:FF:FF:FF:FF:FF", "", ""),
          new Kind("date-of-birth", "born on ", "1_/03/2001", "", ""),
          new Kind("vehicle-plate", "number plate ", "AB99_BCD", " -", ""),
          new Kind("geo-coordinates", "at ", "48.99999, 11.99999", "", ""));

  /** What exporters, keyboards and people who hide something do to a text. */
  private static final Map<String, UnaryOperator<String>> NOISES =
      new TreeMap<>(
          Map.of(
              "plain", s -> s,
              "full width", s -> mapped(s, c -> c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c),
              "Arabic digits", s -> mapped(s, c -> c >= '0' && c <= '9' ? (char) (c + 0x630) : c),
              "zero width", s -> s.substring(0, 2) + "\u200B" + s.substring(2),
              "soft hyphen", s -> s.substring(0, 3) + "\u00AD" + s.substring(3),
              "no-break", s -> s.replace(' ', '\u00A0').replace('-', '\u2011'),
              "references", s -> s.substring(0, 1) + "&#8203;" + s.substring(1),
              "brackets", s -> "(" + s + ")",
              "full stop", s -> s + ". Next",
              "comma", s -> s + ", as said"));

  private interface CharMap {
    char of(char c);
  }

  private static String mapped(String text, CharMap map) {
    StringBuilder mapped = new StringBuilder();
    for (char c : text.toCharArray()) {
      mapped.append(map.of(c));
    }
    return mapped.toString();
  }

  private static final String[] NEGATIVES = {
    "order ########",
    "Order no. ###########",
    "invoice 2024-#####",
    "ticket #######",
    "2024-03-0# 1#:2#:3#.###",
    "2024-03-1#T1#:2#:3#Z",
    "version #.#.#",
    "v1#.#.##",
    "build 2#.#.#.####",
    "part AX-####-B#",
    "part no. ########",
    "SKU ####-####",
    "1,###,###.## EUR",
    "###.## dollars",
    "#### units of ####",
    "page ## of ###",
    "12#/8# mmHg",
    "room 1#-4",
    "commit 3f#a9c1#",
    "lot B#####X",
    "### ml in ## minutes",
    "serial SN#########",
    "tracking 1Z##########",
    "17####### bytes",
    "temperature 3#.# degrees",
    "1#:3#",
    "chapter #.#",
    "item ##########",
    "#/## of them",
    "paragraph 1#(#)"
  };

  @Test
  void generated_examples_are_covered_and_ordinary_figures_are_not() {
    Map<String, int[]> byKind = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    int covered = 0;
    int all = 0;
    for (Kind kind : KINDS) {
      int[] counts = byKind.computeIfAbsent(kind.name(), k -> new int[2]);
      for (int i = 0; i < EACH; i++) {
        String number = number(kind);
        for (Map.Entry<String, UnaryOperator<String>> noise : NOISES.entrySet()) {
          String noisy = noise.getValue().apply(number);
          String text = "We noted " + kind.lead() + noisy + " today";
          boolean hit = isCovered(text, kind.lead().length() + 9, noisy);
          counts[0] += hit ? 1 : 0;
          counts[1]++;
          if (!hit && counts[1] - counts[0] <= 3) {
            missed.add(kind.name() + " " + noise.getKey() + ": " + text);
          }
        }
      }
      covered += counts[0];
      all += counts[1];
    }
    int wrong = 0;
    List<String> mistaken = new ArrayList<>();
    int texts = all / NOISES.size();
    for (int i = 0; i < texts; i++) {
      String text = filled("We noted " + NEGATIVES[i % NEGATIVES.length] + " today", '#');
      Redaction redaction = redactor.redact(text);
      wrong += redaction.findings().size();
      if (!redaction.findings().isEmpty() && mistaken.size() < 20) {
        mistaken.add(text + " -> " + redaction.text());
      }
    }
    double recall = (double) covered / all;
    double precision = (double) texts / (texts + wrong);
    byKind.forEach((k, c) -> print("kind=%s covered=%d of=%d", k, c[0], c[1]));
    missed.forEach(text -> print("missed %s", text));
    mistaken.forEach(text -> print("false %s", text));
    print("recall=%.4f examples=%d precision=%.4f negatives=%d", recall, all, precision, texts);
    printThroughput();
    assertThat(recall).isGreaterThanOrEqualTo(0.995);
    assertThat(precision).isGreaterThanOrEqualTo(0.99);
  }

  private static void print(String format, Object... values) {
    System.out.println("recognisers " + String.format(format, values));
  }

  private void printThroughput() {
    String prose =
        "The customer wrote that the parcel came late, on 12 March, and asked for 20 euros back. "
            .repeat(700);
    redactor.redact(prose);
    long millis = ThreadTime.of(() -> redactor.redact(prose.repeat(8))).toMillis();
    print("prose mb_per_s=%.1f", prose.length() * 8 / 1000.0 / Math.max(1, millis));
  }

  private boolean isCovered(String text, int start, String noisy) {
    int first = text.codePointCount(0, start);
    int last = first + noisy.codePointCount(0, noisy.length());
    boolean[] masked = new boolean[text.length() + 1];
    for (Finding finding : redactor.redact(text).findings()) {
      for (int i = finding.start(); i < finding.end(); i++) {
        masked[i] = true;
      }
    }
    int[] points = text.codePoints().toArray();
    for (int i = first; i < last; i++) {
      boolean counts = Character.isDigit(points[i]);
      if (counts && !masked[i] && !inReference(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inReference(String text, int place) {
    int begin = text.lastIndexOf("&#", place);
    return begin >= 0 && place - begin < 6;
  }

  private String number(Kind kind) {
    while (true) {
      String filled = kind.shape();
      char divider =
          kind.dividers().isEmpty() || random.nextInt(4) == 0
              ? '\0'
              : kind.dividers().charAt(random.nextInt(kind.dividers().length()));
      if (kind.name().equals("date-of-birth")) {
        filled = filled.replace("_", String.valueOf(random.nextInt(10)));
      }
      filled = filled(filled, '9');
      filled = filled.replace("_", divider == '\0' ? "" : String.valueOf(divider));
      if (kind.check().isEmpty() || Validator.of(kind.check()).orElseThrow().accepts(filled)) {
        return filled;
      }
    }
  }

  private String filled(String shape, char digit) {
    StringBuilder filled = new StringBuilder();
    boolean hexadecimal = shape.contains("FF:");
    for (char c : shape.toCharArray()) {
      if (c == digit) {
        filled.append(random.nextInt(10));
      } else if (hexadecimal && c == 'F') {
        filled.append("0123456789ABCDEF".charAt(random.nextInt(16)));
      } else if (digit == '9' && c == 'A' && !shape.startsWith("AB")) {
        filled.append("ABCDEFGHJKLMNPRSTVWXYZ".charAt(random.nextInt(22)));
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }
}
