package io.touchstone.ingestion.review;

import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.folding.Normalised;
import io.touchstone.ingestion.item.CorrectionRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules that would have found what was missed: a pattern for a recogniser's file where the strings
 * hold digits, else lines for the project's list of what is always removed. Held in memory only;
 * what is stored of it has no value.
 */
public final class RuleSuggestions {

  private final List<Rule> rules = new ArrayList<>();

  /** A rule in the making. */
  private static final class Rule {

    private final String type;
    private final Set<String> strings = new TreeSet<>();
    private Optional<MissedShape> shape = Optional.empty();
    private Pattern finder = Pattern.compile("(?!)");
    private int items;

    private Rule(String type) {
      this.type = type;
    }

    private Optional<MissedShape> written() {
      return shape.map(each -> strings.size() == 1 ? each.withoutLetters() : each);
    }

    private void prepare() {
      String found =
          written()
              .map(MissedShape::pattern)
              .orElseGet(
                  () ->
                      String.join(
                          "|", strings.stream().map(Folding::of).map(Pattern::quote).toList()));
      finder =
          Pattern.compile(
              "(?<![\\p{L}\\p{N}_])(?:" + found + ")(?![\\p{L}\\p{N}_])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
  }

  /**
   * A rule to be suggested.
   *
   * @param pattern for a recogniser's file; empty where a list helps
   * @param yaml a whole recogniser's file with that pattern
   * @param lines for {@code deny.txt}; they hold what was missed
   * @param strings how many different strings were missed
   * @param items in how many items the rule masks something
   */
  public record Suggestion(
      String type,
      Optional<String> pattern,
      Optional<String> yaml,
      List<String> lines,
      int strings,
      int items) {}

  public RuleSuggestions(List<SheetRow.Missed> missed) {
    Map<String, Rule> byOutline = new TreeMap<>();
    for (SheetRow.Missed each : missed) {
      boolean patterned = each.text().chars().anyMatch(Character::isDigit);
      Optional<MissedShape> shape =
          Optional.of(each.text()).filter(text -> patterned).map(Folding::of).map(MissedShape::of);
      String outline = each.type().id() + "|" + shape.map(MissedShape::outline).orElse("");
      Rule rule = byOutline.computeIfAbsent(outline, key -> new Rule(each.type().id()));
      rule.strings.add(each.text().strip());
      rule.shape = rule.shape.isEmpty() ? shape : shape.map(rule.shape.get()::with);
    }
    byOutline.values().forEach(Rule::prepare);
    rules.addAll(byOutline.values());
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Takes an item's text into account, as it stands before anything of it is masked further. */
  public void look(CorrectionRepository.Text item) {
    String text = item.text();
    Normalised folded = Folding.normalise(text);
    for (Rule rule : rules) {
      Matcher found = rule.finder.matcher(folded.text());
      boolean masks = false;
      while (!masks && found.find()) {
        int first = folded.start(found.start());
        int start = text.codePointCount(0, first);
        int end = start + text.codePointCount(first, folded.end(found.end()));
        masks = !item.offsets().touchesMask(start, end);
      }
      rule.items += masks ? 1 : 0;
    }
  }

  /** The rules, those that mask something in the most items first. */
  public List<Suggestion> all() {
    return rules.stream()
        .sorted((one, other) -> Integer.compare(other.items, one.items))
        .map(
            rule ->
                new Suggestion(
                    rule.type,
                    rule.written().map(MissedShape::pattern),
                    rule.written().map(shape -> yaml(rule.type, shape)),
                    rule.shape.isPresent()
                        ? List.of()
                        : rule.strings.stream().map(s -> "[" + rule.type + "] " + s).toList(),
                    rule.strings.size(),
                    rule.items))
        .toList();
  }

  private static String yaml(String type, MissedShape shape) {
    return """
        type: %s
        explanation: missed in a privacy review
        patterns:
          - pattern: '%s'
            score: 0.7
        examples:
          found: ["see {%s} there"]
        """
        .formatted(
            type,
            shape.pattern().replace("'", "''"),
            shape.example().replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
