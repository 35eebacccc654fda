package io.touchstone.ingestion.recogniser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what the patterns of a file describe, as whole words, if it passes the validator. A word of
 * the context shortly before or after raises the score, one that speaks against it lowers it; of
 * two such words the nearer one counts.
 */
public final class PatternRecogniser implements Recogniser {

  /** What a word near by adds or takes (Presidio's context similarity factor). */
  private static final double WEIGHT = 0.35;

  /** A form with what it must pass and how sure it is by itself. */
  record Form(Expression expression, double score, Optional<Validator> validator) {

    private String configuration() {
      return expression.pattern() + " " + score + validator.map(v -> " " + v.id()).orElse("");
    }
  }

  private final String name;
  private final EntityType type;
  private final String explanation;
  private final List<Form> forms;
  private final Set<String> context;
  private final Set<String> against;

  PatternRecogniser(
      String name,
      EntityType type,
      String explanation,
      List<Form> forms,
      Set<String> context,
      Set<String> against) {
    this.name = name;
    this.type = type;
    this.explanation = explanation;
    this.forms = List.copyOf(forms);
    this.context = Set.copyOf(context);
    this.against = Set.copyOf(against);
  }

  @Override
  public EntityType type() {
    return type;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String configuration() {
    return "1 "
        + type.id()
        + forms.stream().map(Form::configuration).toList()
        + new TreeSet<>(context)
        + new TreeSet<>(against);
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    for (Form form : forms) {
      find(text, form, matches);
    }
    return matches;
  }

  private void find(String text, Form form, List<Match> matches) {
    Expression.Scan scan = form.expression().on(text);
    // Below the threshold nothing counts without a word near it: one look for the words saves all.
    boolean worthwhile = form.score() >= THRESHOLD;
    for (int start = 0; start < text.length(); start++) {
      char c = text.charAt(start);
      if (!scan.mayBegin(c)
          || start > 0 && Expression.isOfWord(c) && Expression.isOfWord(text.charAt(start - 1))
          || digitsGoBefore(text, start)) {
        continue;
      }
      int end = scan.end(start);
      if (end <= start || digitsFollow(text, end)) {
        continue;
      }
      if (form.validator().isEmpty()
          || form.validator().get().accepts(text.substring(start, end))) {
        if (!worthwhile && !mentionsContext(text)) {
          return;
        }
        worthwhile = true;
        matches.add(match(text, start, end, form));
        start = end - 1;
      }
    }
  }

  private boolean mentionsContext(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return context.stream().anyMatch(words -> lower.contains(words.split(" ")[0]));
  }

  /** Whether what begins here is the rest of a longer number. */
  private static boolean digitsGoBefore(String text, int start) {
    return start > 1
        && isDigit(text.charAt(start))
        && isJoint(text.charAt(start - 1))
        && isDigit(text.charAt(start - 2));
  }

  /** Whether what ends here is the beginning of a longer number. */
  private static boolean digitsFollow(String text, int end) {
    return end + 1 < text.length()
        && isDigit(text.charAt(end - 1))
        && isJoint(text.charAt(end))
        && isDigit(text.charAt(end + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isJoint(char c) {
    return c == '.' || c == '-' || c == '/' || c == ':' || c == '+';
  }

  private Match match(String text, int start, int end, Form form) {
    Optional<Context.Word> support = Context.nearest(text, start, end, context);
    Optional<Context.Word> opposed = Context.nearest(text, start, start, against);
    boolean raised =
        support.isPresent()
            && (opposed.isEmpty() || support.get().distance() <= opposed.get().distance());
    StringBuilder why = new StringBuilder(explanation);
    form.validator().ifPresent(v -> why.append("; passes ").append(v.id()));
    double score = form.score();
    if (raised) {
      score = Math.min(1, score + WEIGHT);
      why.append("; the word \"").append(support.get().word()).append("\" is near");
    } else if (opposed.isPresent()) {
      score = Math.max(0, score - WEIGHT);
      why.append("; although the word \"").append(opposed.get().word()).append("\" is near");
    }
    return new Match(start, end, Math.round(score * 100) / 100.0, why.toString());
  }
}
