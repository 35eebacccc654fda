package io.touchstone.deidentification.recogniser;

import java.util.ArrayList;
import java.util.List;
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

  private final String name;
  private final EntityType type;
  private final String explanation;
  private final List<Form> forms;

  /** Those that need no word of the context. */
  private final List<Form> sure;

  private final List<Form> broken;
  private final List<Form> regrouped;
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
    this.sure = forms.stream().filter(form -> form.score() >= THRESHOLD).toList();
    this.broken =
        forms.stream()
            .filter(form -> form.score() >= THRESHOLD && form.isTelling())
            .flatMap(form -> form.broken().stream())
            .toList();
    this.regrouped =
        context.isEmpty()
            ? List.of()
            : forms.stream().flatMap(form -> form.regrouped().stream()).toList();
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
    return Joining.VERSION
        + " "
        + type.id()
        + forms.stream().map(Form::configuration).toList()
        + new TreeSet<>(context)
        + new TreeSet<>(against);
  }

  @Override
  public void ask(SurveyPlan plan) {
    plan.words(context);
    plan.opposing(against);
    forms.forEach(form -> form.ask(plan));
    broken.forEach(form -> form.ask(plan));
    regrouped.forEach(form -> form.ask(plan));
  }

  @Override
  public List<Match> find(Survey survey) {
    List<Match> matches = new ArrayList<>();
    boolean named = survey.mentions(context);
    if (survey.isJoined()) {
      for (Form form : survey.hasLonger() ? broken : List.<Form>of()) {
        form.scan(survey, context, (start, end) -> add(survey, start, end, form, matches));
      }
      for (Form form : named ? regrouped : List.<Form>of()) {
        form.scan(survey, context, (from, to) -> addRegrouped(survey, from, to, form, matches));
      }
      return matches;
    }
    for (Form form : named ? forms : sure) {
      form.scan(survey, context, (start, end) -> add(survey, start, end, form, matches));
    }
    return matches;
  }

  List<Form> forms() {
    return forms;
  }

  private boolean add(Survey survey, int start, int end, Form form, List<Match> matches) {
    boolean supported = survey.mentions(context, start, end);
    if (form.between().isPresent() && !(supported && isNear(form, survey.text(), start))) {
      return false;
    }
    if (!supported && survey.isJoined() && isOfColumn(survey.text(), start, end)) {
      return true;
    }
    if (supported || form.score() >= THRESHOLD && survey.mentions(against, start, start)) {
      matches.add(match(survey.text(), start, end, form));
    } else if (form.score() >= THRESHOLD) {
      String why = explanation + form.validator().map(v -> "; passes " + v.id()).orElse("");
      matches.add(new Match(start, end, form.score(), why));
    }
    return true;
  }

  /** Whether lines of nothing but figures, or more than two of any, would make one number. */
  private static boolean isOfColumn(String text, int start, int end) {
    int breaks = Gap.breaks(text, start, end);
    return breaks > 1 || breaks > 0 && Gap.isGrid(text, start, end);
  }

  /** Beside a word of the context; without a check digit that word must belong to it. */
  private boolean addRegrouped(Survey survey, int start, int end, Form form, List<Match> matches) {
    boolean supported = survey.mentions(context, start, end);
    if (form.between().isPresent() && !(supported && isNear(form, survey.text(), start))) {
      return false;
    }
    if (supported
        && (form.between().isPresent()
            || form.validator().isPresent()
            || !Context.isCutOff(survey.text(), start, end, context))) {
      matches.add(match(survey.text(), start, end, form));
    }
    return true;
  }

  /** Whether a word of the context is as near before the place as the form asks for. */
  boolean isNear(Form form, String text, int start) {
    return form.between().isEmpty()
        || Context.isBeside(text, start, context, form.between().getAsInt());
  }

  /** What is made of a stretch that a form matches. */
  Match match(String text, int start, int end, Form form) {
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
