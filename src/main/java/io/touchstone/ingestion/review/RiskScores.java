package io.touchstone.ingestion.review;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.Redactor;
import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.recogniser.names.Lexicon;
import io.touchstone.ingestion.item.CorrectionRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which items look likelier than others to leak, by what is left of their texts: capitalised words
 * that no list of ordinary words or places holds and that stand in at most three of the texts, and
 * stretches that a recogniser took for personal data but was too unsure of to mask.
 */
final class RiskScores {

  private static final int RARE = 3;
  private static final int SHORTEST = 3;

  /** How many texts are read again for unsure findings, which takes the most time. */
  private static final int READ_AGAIN = 1_000;

  /** Characters of these texts, which are some seconds' work. */
  private static final int MOST_READ_AGAIN = 4 << 20;

  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]*+");

  private final Tags known;
  private final Redactor doubts;
  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> unsure = new HashMap<>();
  private int readAgain;

  /**
   * @param known which masks a text may hold
   * @param doubts finds also what is too unsure to be masked
   */
  RiskScores(Tags known, Redactor doubts) {
    this.known = known;
    this.doubts = doubts;
  }

  /** Takes an item's text into account. */
  void add(CorrectionRepository.Text item) {
    Set<String> rare = capitalised(item);
    rare.forEach(word -> texts.merge(word, 1, Integer::sum));
    words.put(item.itemId(), rare);
    if (words.size() <= READ_AGAIN && readAgain < MOST_READ_AGAIN) {
      readAgain += item.text().length();
      unsure.put(item.itemId(), unsure(item));
    }
  }

  private Set<String> capitalised(CorrectionRepository.Text item) {
    String text = item.text();
    Tags.Places tags = known.in(text);
    Set<String> found = new HashSet<>();
    CodePoints.Walk places = new CodePoints.Walk(text);
    Matcher word = CAPITALISED.matcher(text);
    while (word.find()) {
      String folded = Lexicon.fold(word.group());
      if (folded.length() >= SHORTEST
          && !Lexicon.get().isOrdinary(folded)
          && !tags.touches(word.start(), word.end())
          && !isMasked(item, places, word.start(), word.end())) {
        found.add(folded);
      }
    }
    return found;
  }

  private static boolean isMasked(
      CorrectionRepository.Text item, CodePoints.Walk places, int start, int end) {
    if (item.offsets().masks().isEmpty()) {
      return false;
    }
    int first = places.points(start);
    return item.offsets().touchesMask(first, places.points(end));
  }

  private int unsure(CorrectionRepository.Text item) {
    return (int)
        doubts.redact(item.text()).findings().stream()
            .filter(each -> !item.offsets().touchesMask(each.start(), each.end()))
            .count();
  }

  private int score(String itemId) {
    long rare = words.get(itemId).stream().filter(word -> texts.get(word) <= RARE).count();
    return (int) rare + unsure.getOrDefault(itemId, 0);
  }

  /**
   * The items with the highest scores above 0, of two alike the one that was added first.
   *
   * @param without items that are looked at anyway
   */
  List<String> highest(int count, Set<String> without) {
    Map<String, Integer> scores = new HashMap<>();
    List<String> candidates = new ArrayList<>();
    for (String item : words.keySet()) {
      int score = without.contains(item) ? 0 : score(item);
      if (score > 0) {
        scores.put(item, score);
        candidates.add(item);
      }
    }
    candidates.sort(Comparator.comparing(scores::get, Comparator.reverseOrder()));
    return candidates.subList(0, Math.min(count, candidates.size()));
  }
}
