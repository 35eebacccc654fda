package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.Match;
import io.touchstone.deidentification.recogniser.names.InventedText.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Counts names and findings over many texts: a name is covered if every letter and digit of it is
 * found, a finding is right if it shares a character with a name.
 */
final class NameScore {

  private int names;
  private int covered;
  private int found;
  private int right;
  private final List<String> mistakes = new ArrayList<>();

  /** Scores all texts. */
  static NameScore of(List<InventedText> texts, Function<String, List<Match>> recogniser) {
    NameScore score = new NameScore();
    texts.forEach(text -> score.add(text, recogniser.apply(text.text())));
    return score;
  }

  private void add(InventedText text, List<Match> matches) {
    String string = text.text();
    boolean[] masked = new boolean[string.length()];
    for (Match match : matches) {
      found++;
      boolean isRight =
          text.names().stream().anyMatch(n -> match.start() < n.end() && n.start() < match.end());
      right += isRight ? 1 : 0;
      if (!isRight) {
        mistakes.add("false \"" + string.substring(match.start(), match.end()) + "\": " + string);
      }
      for (int i = match.start(); i < match.end(); i++) {
        masked[i] = true;
      }
    }
    for (Name name : text.names()) {
      names++;
      boolean all = true;
      for (int i = name.start(); i < name.end(); i++) {
        all &= masked[i] || !Character.isLetterOrDigit(string.charAt(i));
      }
      covered += all ? 1 : 0;
      if (!all) {
        mistakes.add("missed \"" + string.substring(name.start(), name.end()) + "\": " + string);
      }
    }
  }

  double recall() {
    return (double) covered / names;
  }

  double precision() {
    return (double) right / Math.max(1, found);
  }

  List<String> mistakes() {
    return mistakes;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "recall %.3f (%d of %d) precision %.3f (%d of %d)",
        recall(),
        covered,
        names,
        precision(),
        right,
        found);
  }
}
