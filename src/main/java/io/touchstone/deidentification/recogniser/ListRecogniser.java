package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.pattern.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Strings that a project denies, of one kind, as whole words, wherever they stand. */
public final class ListRecogniser implements Recogniser {

  /**
   * A string to find.
   *
   * @param exact whether capitals count
   */
  public record Entry(String text, boolean exact) {}

  private final EntityType type;
  private final Map<String, List<Entry>> byBeginning = new HashMap<>();
  private final TreeSet<String> configuration = new TreeSet<>();

  /**
   * @param entries each of at least two characters
   */
  public ListRecogniser(EntityType type, List<Entry> entries) {
    this.type = type;
    for (Entry entry : entries) {
      Entry folded = new Entry(Folding.of(entry.text()).strip(), entry.exact());
      if (folded.text().length() > 1) {
        byBeginning
            .computeIfAbsent(beginning(folded.text(), 0), key -> new ArrayList<>())
            .add(folded);
        configuration.add((entry.exact() ? "=" : "") + folded.text());
      }
    }
    byBeginning
        .values()
        .forEach(list -> list.sort((a, b) -> b.text().length() - a.text().length()));
  }

  @Override
  public EntityType type() {
    return type;
  }

  @Override
  public String name() {
    return "deny-list";
  }

  @Override
  public String configuration() {
    return Joining.VERSION + " 1 " + type.id() + configuration;
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    for (int start = 0; start + 1 < text.length(); ) {
      int end = amid(text, start) ? start : longest(text, start);
      if (end > start) {
        matches.add(new Match(start, end, 1, "on the project's list of what is removed"));
      }
      start = Math.max(start + 1, end);
    }
    return matches;
  }

  @Override
  public List<Match> find(Survey survey) {
    String text = survey.text();
    return find(survey.isJoined() ? EmailRecogniser.blanked(text) : text);
  }

  private int longest(String text, int start) {
    for (Entry entry : byBeginning.getOrDefault(beginning(text, start), List.of())) {
      int end = start + entry.text().length();
      if (text.regionMatches(!entry.exact(), start, entry.text(), 0, entry.text().length())
          && !amid(text, end)) {
        return end;
      }
    }
    return start;
  }

  private static String beginning(String text, int start) {
    return text.substring(start, start + 2).toLowerCase(Locale.ROOT);
  }

  /** Whether the place lies within a word of a script that divides words. */
  private static boolean amid(String text, int place) {
    return place > 0
        && place < text.length()
        && isOfWord(text.charAt(place - 1))
        && isOfWord(text.charAt(place));
  }

  private static boolean isOfWord(char c) {
    return Expression.isOfWord(c) && !Character.isIdeographic(c);
  }
}
