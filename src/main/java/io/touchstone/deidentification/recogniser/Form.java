package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.check.Validator;
import io.touchstone.deidentification.recogniser.pattern.Expression;
import io.touchstone.deidentification.recogniser.pattern.Outline;
import io.touchstone.deidentification.recogniser.pattern.PatternPart;
import io.touchstone.deidentification.recogniser.pattern.PatternReader;
import io.touchstone.deidentification.recogniser.pattern.Prefilter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One pattern of a recogniser's file, with what its matches must pass and how sure it is by itself.
 *
 * @param score 0 to 1; below the threshold it counts only beside a word of the context
 * @param gaps in a joined text a match must hold one of these or a longer gap, or ordinary text has
 *     shown it already; empty where any grouping is new
 * @param between how many other words may stand between the word of the context and a match, those
 *     of {@link FunctionWords} not counted; empty for the usual distance
 */
record Form(
    Expression expression,
    double score,
    Optional<Validator> validator,
    Optional<String> gaps,
    OptionalInt between) {

  /** A form for ordinary text, at the usual distance of a word. */
  Form(Expression expression, double score, Optional<Validator> validator) {
    this(expression, score, validator, OptionalInt.empty());
  }

  /** A form for ordinary text. */
  Form(Expression expression, double score, Optional<Validator> validator, OptionalInt between) {
    this(expression, score, validator, Optional.empty(), between);
  }

  /** What a figure by itself says: too little. */
  private static final double ALONE = 0.3;

  /** How many shorter ends are tried where a check digit does not fit. */
  private static final int SHORTER = 4;

  /** Receives matches in order. */
  @FunctionalInterface
  interface Found {

    /** Whether it is taken; if not, another may begin within it. */
    boolean at(int start, int end);
  }

  /** What stands for the pattern in joined texts, where nothing else is known about the match. */
  Optional<Form> broken() {
    return loosened(LoosePattern.of(expression.pattern(), false, false), score, Optional.of(""));
  }

  /**
   * What stands for the pattern in joined texts beside a word of the context: a number with a check
   * digit may be grouped in any way.
   */
  Optional<Form> regrouped() {
    boolean counted = validator.isPresent() && validator.get() != Validator.CALENDAR_DATE;
    return loosened(
        LoosePattern.of(expression.pattern(), counted, true),
        Math.min(score, ALONE),
        counted ? Optional.empty() : Optional.of("./_"));
  }

  private Optional<Form> loosened(Optional<String> pattern, double score, Optional<String> gaps) {
    return pattern
        .flatMap(expression::like)
        .map(each -> new Form(each, score, validator, gaps, between));
  }

  /** Whether a match has dividers where they belong, or more than figures, or a rare check. */
  boolean isTelling() {
    return LoosePattern.isShaped(expression.pattern())
        || !PatternReader.read(expression.pattern(), true).map(Form::isOfDigits).orElse(false)
        || validator.isPresent() && validator.get().isRare();
  }

  private static boolean isOfDigits(PatternPart part) {
    Outline outline = Outline.of(part);
    return outline.digits() == outline.shortest();
  }

  String configuration() {
    return expression.pattern()
        + " "
        + score
        + validator.map(v -> " " + v.id()).orElse("")
        + (between.isPresent() ? " between " + between.getAsInt() : "");
  }

  /** How far before a match a gap may stand: beside a word of the context one may be between. */
  private int before() {
    return score >= Recogniser.THRESHOLD ? 0 : Context.CHARACTERS;
  }

  /** What a survey is to note for it. */
  void ask(SurveyPlan plan) {
    plan.form(this);
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
    Survey.Places places = survey.of(this);
    if (places.count() == 0) {
      return;
    }
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
    private Optional<Expression.Scan> scan = Optional.empty();
    private final Found found;
    private int next;
    private int digit;

    Attempts(Survey survey, Form form, Found found) {
      this.survey = survey;
      this.text = survey.text();
      this.form = form;
      this.prefilter = form.expression().prefilter();
      this.outline = prefilter.outline();
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
      return form.expression().mayBegin(text.charAt(start))
          && !(survey.isJoined() && Gap.is(text.charAt(start)))
          && hasDigits(start)
          && (form.gaps().isEmpty()
              || survey.hasGap(start - form.before(), start + outline.longest(), form.gaps().get()))
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
      Expression.Scan scan = scan();
      int end = scan.end(start);
      for (int i = 0; survey.isJoined() && i < SHORTER && end > start && !fits(start, end); i++) {
        int limit = Gap.last(text, start, end);
        end = limit > start ? scan.end(start, limit) : start;
      }
      if (end <= start || !fits(start, end)) {
        return start + 1;
      }
      end = survey.isJoined() ? withoutNextLine(start, end) : end;
      return found.at(start, end) ? end : start + 1;
    }

    /** Made when it is needed: for most texts it never is. */
    private Expression.Scan scan() {
      if (scan.isEmpty()) {
        scan = Optional.of(form.expression().on(text));
      }
      return scan.get();
    }

    private boolean fits(int start, int end) {
      return !survey.joins(end - 1)
          && (form.validator().isEmpty() || isValid(form.validator().get(), start, end));
    }

    /** Where a line ends, figures go on or a divider is left out. */
    private boolean isValid(Validator validator, int start, int end) {
      String written = text.substring(start, end);
      return validator.accepts(written)
          || survey.isJoined() && validator.accepts(Gap.unbroken(written));
    }

    /** A match that is whole where its last line begins does not go on with an ordinary word. */
    private int withoutNextLine(int start, int end) {
      int last = end - 1;
      while (last > start && !Gap.isBreak(text.charAt(last))) {
        if (Character.isDigit(text.charAt(last))) {
          return end;
        }
        last--;
      }
      return last > start && scan().end(start, last) == last && fits(start, last) ? last : end;
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
