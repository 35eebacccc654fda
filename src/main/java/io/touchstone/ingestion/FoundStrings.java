package io.touchstone.ingestion;

import io.touchstone.ingestion.Pieces.Piece;
import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.ingestion.recogniser.Folding;
import io.touchstone.ingestion.recogniser.Normalised;
import io.touchstone.ingestion.recogniser.names.Lexicon;
import io.touchstone.platform.crypto.Hmac;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns what was found into keyed hashes and finds it by them: as whole words, whatever divides
 * them, capitals or not. What is short, a common word, a date or a place is not searched, since it
 * would be found everywhere. Of a person each name is searched by itself, too. For one thread.
 */
final class FoundStrings {

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

  private final Hmac key;
  private final Tags known;
  private final Map<String, Long> digests = new HashMap<>();

  /**
   * @param key of the batch, for this purpose
   * @param known which masks a text may hold
   */
  FoundStrings(Hmac key, Tags known) {
    this.key = key;
    this.known = known;
  }

  /**
   * A string to be searched.
   *
   * @param words of how many pieces it consists
   */
  record Sought(int words, EntityType type) {}

  /** What is to be searched of the findings in a raw text, by keyed hash. */
  Map<Long, Sought> of(String raw, List<Finding> findings) {
    Map<Long, Sought> sought = new TreeMap<>();
    for (Finding finding : findings) {
      if (!NOT_SOUGHT.contains(finding.type().id())) {
        add(Folding.of(CodePoints.part(raw, finding.start(), finding.end())), finding, sought);
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
    if (isTelling(pieces) && (pieces.size() > 1 || isSure(finding, pieces.get(0)))) {
      sought.putIfAbsent(digest(pieces, 0, pieces.size()), new Sought(pieces.size(), type));
    }
    if (type.equals(EntityType.NAME) && pieces.size() > 1) {
      for (int i = 0; i < pieces.size(); i++) {
        if (isTelling(pieces.subList(i, i + 1)) && isSure(finding, pieces.get(i))) {
          sought.putIfAbsent(digest(pieces, i, i + 1), new Sought(1, type));
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

  private long digest(List<Piece> pieces, int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      joined.append(i == from ? "" : "\u0001").append(pieces.get(i).folded());
    }
    return digests.computeIfAbsent(
        joined.toString(), string -> ByteBuffer.wrap(key.bytes(string)).getLong());
  }

  /**
   * The hashes of all that could have been found in a text.
   *
   * @param lengths how many pieces the strings consist of that are searched
   */
  void digests(String text, Collection<Integer> lengths, Set<Long> into) {
    List<Piece> pieces = Pieces.of(Folding.of(text));
    for (int from = 0; from < pieces.size(); from++) {
      for (int to : ends(pieces, from, lengths)) {
        into.add(digest(pieces, from, to));
      }
    }
  }

  private static List<Integer> ends(List<Piece> pieces, int from, Collection<Integer> lengths) {
    List<Integer> ends = new ArrayList<>();
    int to = from + 1;
    for (int length : new TreeSet<>(lengths)) {
      while (to < from + length && to < pieces.size() && pieces.get(to).joined()) {
        to++;
      }
      if (to == from + length) {
        ends.add(to);
      }
    }
    return ends;
  }

  /**
   * Where a redacted text is to be masked: where what was found stands outside its tags. Stretches
   * that overlap become one, of the longest one's type.
   *
   * @param found what is searched, by its hash
   */
  List<MissedSpan> within(String text, Map<Long, Sought> found) {
    Normalised folded = Folding.normalise(text);
    Tags.Places tags = known.in(text);
    List<Piece> pieces = Pieces.of(folded.text());
    Set<Integer> lengths = new TreeSet<>();
    found.values().forEach(each -> lengths.add(each.words()));
    List<MissedSpan> spans = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from++) {
      for (int to : ends(pieces, from, lengths)) {
        Sought sought = found.get(digest(pieces, from, to));
        int first = folded.start(pieces.get(from).start());
        int last = folded.end(pieces.get(to - 1).end());
        if (sought != null && sought.words() == to - from && !tags.touches(first, last)) {
          int start = text.codePointCount(0, first);
          spans.add(new MissedSpan(start, start + text.codePointCount(first, last), sought.type()));
        }
      }
    }
    return MissedStrings.union(spans);
  }
}
