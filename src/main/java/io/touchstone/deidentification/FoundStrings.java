package io.touchstone.deidentification;

import io.touchstone.deidentification.Pieces.Piece;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.folding.Normalised;
import io.touchstone.deidentification.recogniser.names.Lexicon;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.SipHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns what was found into keyed hashes and finds it by them: as whole words, whatever divides
 * them, capitals or not. What is short, a common word, a date or a place is not searched, since it
 * would be found everywhere. Of a person each name is searched by itself, too. Immutable.
 */
public final class FoundStrings {

  static final int MOST_WORDS = 8;

  private static final double SURE = 0.9;

  private static final int LEAST_LETTERS = 3;
  private static final int LEAST_DIGITS = 5;

  /** Kinds that say little of a person, or mean another thing elsewhere. */
  private static final Set<String> NOT_SOUGHT =
      Set.of(
          "DATE_OF_BIRTH",
          "AGE_OVER_89",
          "POSTAL_CODE",
          "UK_POSTCODE",
          "GEO_COORDINATES",
          "BIC",
          "PLACE");

  private final SipHash words;
  private final SipHash strings;
  private final Tags known;

  /**
   * @param key of the batch, for this purpose
   * @param known which masks a text may hold
   */
  public FoundStrings(Hmac key, Tags known) {
    this.words = SipHash.of(key.bytes("word"));
    this.strings = SipHash.of(key.bytes("string"));
    this.known = known;
  }

  /**
   * A string to be searched.
   *
   * @param words of how many pieces it consists
   * @param operator what was done to it where it was found first
   */
  public record Sought(int words, EntityType type, Operator operator) {}

  /** Where it stands again, in code points, the end exclusive. */
  public record Again(int start, int end, EntityType type, Operator operator) {}

  /** What is to be searched of the findings in a raw text, by keyed hash. */
  public Map<Long, Sought> of(String raw, List<Finding> findings) {
    Map<Long, Sought> sought = new TreeMap<>();
    CodePoints.Walk places = new CodePoints.Walk(raw);
    for (Finding finding : findings) {
      if (!NOT_SOUGHT.contains(finding.type().id())) {
        add(Folding.of(places.part(finding.start(), finding.end())), finding, sought);
      }
    }
    return sought;
  }

  private void add(String string, Finding finding, Map<Long, Sought> sought) {
    EntityType type = finding.type();
    List<Piece> pieces = Pieces.of(string);
    if (pieces.isEmpty() || pieces.size() > MOST_WORDS) {
      return;
    }
    Operator operator = Operator.of(finding.operator()).orElseThrow();
    long[] hashes = hashes(pieces);
    if (isTelling(pieces) && (pieces.size() > 1 || isSure(finding, pieces.get(0)))) {
      sought.putIfAbsent(
          strings.of(hashes, 0, hashes.length), new Sought(pieces.size(), type, operator));
    }
    if (type.equals(EntityType.NAME) && pieces.size() > 1) {
      for (int i = 0; i < pieces.size(); i++) {
        if (isTelling(pieces.subList(i, i + 1)) && isSure(finding, pieces.get(i))) {
          sought.putIfAbsent(strings.of(hashes, i, i + 1), new Sought(1, type, operator));
        }
      }
    }
  }

  /** A mistake in one text is not to be repeated in all: one unlisted name must be a sure one. */
  private static boolean isSure(Finding finding, Piece piece) {
    return !finding.type().equals(EntityType.NAME)
        || finding.score() >= SURE
        || Lexicon.get().isOnlyName(piece.folded());
  }

  private static boolean isTelling(List<Piece> pieces) {
    int letters = 0;
    int digits = 0;
    for (Piece piece : pieces) {
      int length = piece.folded().codePointCount(0, piece.folded().length());
      boolean ideograph = Character.isIdeographic(piece.folded().codePointAt(0));
      digits += piece.digits() ? length : 0;
      letters += piece.digits() ? 0 : ideograph ? 2 * length : length;
    }
    if (letters == 0) {
      return digits >= LEAST_DIGITS;
    }
    return letters + digits >= LEAST_LETTERS
        && (pieces.size() > 1 || !Lexicon.get().isOrdinary(pieces.get(0).folded()));
  }

  private long[] hashes(List<Piece> pieces) {
    return pieces.stream().mapToLong(piece -> words.of(piece.folded())).toArray();
  }

  /** Of each piece, how many pieces from it on may belong to one string. */
  private static int[] runs(List<Piece> pieces) {
    int[] runs = new int[pieces.size()];
    for (int at = runs.length - 1; at >= 0; at--) {
      boolean goesOn = at + 1 < runs.length && pieces.get(at + 1).joined();
      runs[at] = goesOn ? runs[at + 1] + 1 : 1;
    }
    return runs;
  }

  /**
   * The hashes of all that could have been found in a text; some may occur twice.
   *
   * @param lengths how many pieces the strings consist of that are searched, ascending
   */
  public long[] digests(String text, List<Integer> lengths) {
    List<Piece> pieces = Pieces.of(Folding.of(text));
    long[] hashes = hashes(pieces);
    int[] runs = runs(pieces);
    long[] digests = new long[hashes.length * lengths.size()];
    int count = 0;
    for (int from = 0; from < hashes.length; from++) {
      for (int length : lengths) {
        if (length > runs[from]) {
          break;
        }
        digests[count++] = strings.of(hashes, from, from + length);
      }
    }
    return Arrays.copyOf(digests, count);
  }

  /**
   * Where a redacted text is to be masked: where what was found stands outside its tags. Stretches
   * that overlap become one, of the longest one's type.
   *
   * @param found what is searched, by its hash
   */
  public List<Again> within(String text, Map<Long, Sought> found) {
    Normalised folded = Folding.normalise(text);
    Tags.Places tags = known.in(text);
    List<Piece> pieces = Pieces.of(folded.text());
    long[] hashes = hashes(pieces);
    int[] runs = runs(pieces);
    Set<Integer> lengths = new TreeSet<>();
    found.values().forEach(each -> lengths.add(each.words()));
    List<Again> all = new ArrayList<>();
    CodePoints.Walk places = new CodePoints.Walk(text);
    for (int from = 0; from < hashes.length; from++) {
      for (int length : lengths) {
        if (length > runs[from]) {
          break;
        }
        Sought sought = found.get(strings.of(hashes, from, from + length));
        int first = folded.start(pieces.get(from).start());
        int last = folded.end(pieces.get(from + length - 1).end());
        if (sought != null && sought.words() == length && !tags.touches(first, last)) {
          int start = places.points(first);
          all.add(new Again(start, places.points(last), sought.type(), sought.operator()));
        }
      }
    }
    return union(all);
  }

  private static List<Again> union(List<Again> all) {
    all.sort(Comparator.comparingInt(Again::start));
    List<Again> united = new ArrayList<>();
    int longest = 0;
    for (Again each : all) {
      int length = each.end() - each.start();
      int last = united.size() - 1;
      if (last < 0 || each.start() >= united.get(last).end()) {
        united.add(each);
        longest = length;
        continue;
      }
      Again before = united.get(last);
      Again winner = length > longest ? each : before;
      united.set(
          last,
          new Again(
              before.start(),
              Math.max(before.end(), each.end()),
              winner.type(),
              winner.operator()));
      longest = Math.max(longest, length);
    }
    return united;
  }
}
