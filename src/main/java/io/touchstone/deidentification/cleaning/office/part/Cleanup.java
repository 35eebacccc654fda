package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.Redacted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is known while one document is cleaned: the tools, and what went so far. */
public final class Cleanup {

  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

  private final CleaningTools tools;
  private final Map<String, Integer> removed = new TreeMap<>();
  private final Map<String, String> asides = new HashMap<>();
  private int doubtful;

  public Cleanup(CleaningTools tools) {
    this.tools = tools;
  }

  CleaningTools tools() {
    return tools;
  }

  public void removed(String what) {
    removed(what, 1);
  }

  public void removed(String what, int times) {
    if (times > 0) {
      removed.merge(what, times, Integer::sum);
    }
  }

  public void removed(Map<String, Integer> whatAndTimes) {
    whatAndTimes.forEach(this::removed);
  }

  public Map<String, Integer> removed() {
    return removed;
  }

  public void doubtful(int more) {
    doubtful += more;
  }

  public int doubtful() {
    return doubtful;
  }

  /** Redacts what a reader sees; blank text is nothing to see. */
  public Optional<Redacted> shown(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(tools.shown(text));
  }

  /** Redacts what stands in a header or footer. */
  Optional<Redacted> edge(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(tools.edge(text));
  }

  /**
   * Redacts what a program writes before many lines, "Section 4": what reads as a word is part of
   * the text, once; signs and single letters, as most of them are, are not.
   */
  public String label(String text) {
    return WORD.matcher(text).find()
        ? asides.computeIfAbsent(text, unseen -> tools.edge(unseen).text())
        : aside(text);
  }

  /** What is left of an alternative text or title; what goes is counted. */
  public Optional<String> alternative(String text) {
    if (text.isBlank()) {
      return Optional.of("");
    }
    Optional<String> left = tools.alternative(text);
    removed("alternative-text", left.isEmpty() ? 1 : 0);
    return left;
  }

  /** Redacts what stays beside the text; the same text once. */
  public String aside(String text) {
    return text.isBlank()
        ? text
        : asides.computeIfAbsent(text, unseen -> tools.aside(unseen).text());
  }
}
