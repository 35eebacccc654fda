package io.touchstone.deidentification.cleaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks for words of an object where they may be after cleaning: in the cleaned object, in the
 * item's text, and among what was replaced.
 *
 * @param texts what is read of the object, and what stands beside it, after redaction
 * @param replaced stretches that were replaced, as they stood there
 */
public record AccountedWords(List<String> texts, List<String> replaced) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** Shorter stretches stand in words by chance. */
  private static final int SHORTEST = 2;

  /** Words of a text as they are compared: letters and digits, ligatures taken apart. */
  public static List<String> words(String text) {
    return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /**
   * A word that is nowhere.
   *
   * @param page of the object, from 0
   * @param place among the page's words, from 0
   */
  public record Missing(int page, int place) {}

  /**
   * Words of the object that are nowhere.
   *
   * @param before words of each page of the delivered object
   * @param after words of each page of the cleaned one, as many pages or fewer
   */
  public List<Missing> missing(List<List<String>> before, List<List<String>> after) {
    Map<String, Integer> elsewhere = elsewhere(after);
    Set<String> stretches = new HashSet<>();
    for (String stretch : replaced) {
      String squeezed = String.join("", words(stretch));
      if (squeezed.length() >= SHORTEST) {
        stretches.add(squeezed);
      }
    }
    List<Missing> missing = new ArrayList<>();
    for (int page = 0; page < before.size(); page++) {
      List<String> words = before.get(page);
      Map<String, Integer> here = page < after.size() ? counted(after.get(page)) : Map.of();
      boolean[] found = new boolean[words.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = taken(here, words.get(i)) || taken(elsewhere, words.get(i));
      }
      for (int i = 0; i < found.length; i++) {
        if (!found[i]) {
          int end = i;
          while (end < found.length && !found[end]) {
            end++;
          }
          for (int place : uncovered(words.subList(i, end), stretches)) {
            missing.add(new Missing(page, i + place));
          }
          i = end;
        }
      }
    }
    return missing;
  }

  /** What the texts hold more of than the cleaned object, and what was replaced. */
  private Map<String, Integer> elsewhere(List<List<String>> after) {
    Map<String, Integer> elsewhere = new HashMap<>();
    texts.forEach(text -> words(text).forEach(word -> elsewhere.merge(word, 1, Integer::sum)));
    after.forEach(page -> page.forEach(word -> taken(elsewhere, word)));
    replaced.forEach(text -> words(text).forEach(word -> elsewhere.merge(word, 1, Integer::sum)));
    return elsewhere;
  }

  private static Map<String, Integer> counted(List<String> words) {
    Map<String, Integer> counted = new HashMap<>();
    words.forEach(word -> counted.merge(word, 1, Integer::sum));
    return counted;
  }

  private static boolean taken(Map<String, Integer> from, String word) {
    int left = from.getOrDefault(word, 0);
    if (left > 1) {
      from.put(word, left - 1);
    } else {
      from.remove(word);
    }
    return left > 0;
  }

  /**
   * Words of a run that no replaced stretch goes over; another reader divides what is written with
   * gaps into other words.
   */
  private static List<Integer> uncovered(List<String> run, Set<String> stretches) {
    String all = String.join("", run);
    boolean[] covered = new boolean[all.length()];
    for (String stretch : stretches) {
      if (stretch.contains(all)) {
        return List.of();
      }
      for (int at = all.indexOf(stretch); at >= 0; at = all.indexOf(stretch, at + 1)) {
        Arrays.fill(covered, at, at + stretch.length(), true);
      }
    }
    List<Integer> uncovered = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < run.size(); i++) {
      int end = start + run.get(i).length();
      boolean isCovered = false;
      for (int at = start; at < end; at++) {
        isCovered |= covered[at];
      }
      if (!isCovered) {
        uncovered.add(i);
      }
      start = end;
    }
    return uncovered;
  }
}
