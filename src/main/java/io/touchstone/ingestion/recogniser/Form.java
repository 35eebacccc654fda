package io.touchstone.ingestion.recogniser;

import java.util.Optional;
import java.util.Set;

/**
 * One pattern of a recogniser's file, with what its matches must pass and how sure it is by itself.
 *
 * @param score 0 to 1; below the threshold it counts only beside a word of the context
 */
record Form(Expression expression, double score, Optional<Validator> validator) {

  /** Receives matches in order. */
  @FunctionalInterface
  interface Found {
    void at(int start, int end);
  }

  String configuration() {
    return expression.pattern() + " " + score + validator.map(v -> " " + v.id()).orElse("");
  }

  /** What a survey is to note for it. */
  void ask(SurveyPlan plan) {
    expression.prefilter().outline().need().ifPresent(need -> plan.characters(need.set()));
  }

  /**
   * Matches that do not overlap, each at the first place it can begin, as if every place of the
   * text were tried. Tried are only those from which what each match needs is within reach, and for
   * a form that needs a word of the context only those stretches near which there is one: a stretch
   * ends where no match from within it reaches what comes next, so what is left out changes nothing
   * elsewhere.
   */
  void scan(Survey survey, Set<String> context, Found found) {
    Outline outline = expression.prefilter().outline();
    if (survey.digits() < outline.digits()) {
      return;
    }
    Survey.Places places =
        outline.need().map(need -> survey.of(need.set())).orElse(new Survey.Places(null, -1));
    Attempts attempts = new Attempts(survey, this, found);
    boolean alone = score >= Recogniser.THRESHOLD;
    if (!places.known()) {
      if (alone || survey.mentions(context, 0, survey.text().length())) {
        attempts.within(0, survey.text().length() - 1);
      }
      return;
    }
    Outline.Need need = outline.need().orElseThrow();
    int[] at = places.at();
    for (int i = 0; i < places.count(); ) {
      int from = at[i] - need.last();
      int end = i;
      do {
        end++;
      } while (end < places.count()
          && at[end] - need.last() < at[end - 1] - need.first() + outline.longest());
      if (alone || survey.mentions(context, from, at[end - 1] + outline.longest())) {
        for (int k = i; k < end; k++) {
          attempts.within(at[k] - need.last(), at[k] - need.first());
        }
      }
      i = end;
    }
  }

  /** The pattern tried at one place after the other. */
  private static final class Attempts {

    private final Survey survey;
    private final String text;
    private final Form form;
    private final Prefilter prefilter;
    private final Outline outline;
    private final Expression.Scan scan;
    private final Found found;
    private int next;
    private int digit;

    Attempts(Survey survey, Form form, Found found) {
      this.survey = survey;
      this.text = survey.text();
      this.form = form;
      this.prefilter = form.expression().prefilter();
      this.outline = prefilter.outline();
      this.scan = form.expression().on(text);
      this.found = found;
    }

    /** Tries the places between these, both included, that were not passed yet. */
    void within(int first, int last) {
      next = Math.max(next, first);
      next = survey.nextStart(next);
      while (next <= last) {
        next = survey.nextStart(isPossible(next) ? end(next) : next + 1);
      }
    }

    private boolean isPossible(int start) {
      return scan.mayBegin(text.charAt(start))
          && hasDigits(start)
          && prefilter.mayMatch(survey.characters(), start);
    }

    /** Whether enough digits follow within the longest match. */
    private boolean hasDigits(int start) {
      if (outline.digits() == 0) {
        return true;
      }
      while (digit < survey.digits() && survey.digit(digit) < start) {
        digit++;
      }
      int last = digit + outline.digits() - 1;
      return last < survey.digits() && survey.digit(last) - start < outline.longest();
    }

    /** Where to go on: behind the match that begins here, or one further. */
    private int end(int start) {
      int end = scan.end(start);
      if (end <= start
          || joinsDigits(survey.characters(), end - 1)
          || form.validator().isPresent()
              && !form.validator().get().accepts(text.substring(start, end))) {
        return start + 1;
      }
      found.at(start, end);
      return end;
    }
  }

  /** Whether a digit, a joint of numbers and a digit stand there: the parts are one number. */
  static boolean joinsDigits(char[] text, int place) {
    if (place + 2 >= text.length || !isDigit(text[place]) || !isDigit(text[place + 2])) {
      return false;
    }
    char joint = text[place + 1];
    return joint == '.' || joint == '-' || joint == '/' || joint == ':' || joint == '+';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
