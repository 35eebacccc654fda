package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.folding.Folding;
import java.util.List;

/** Finds one kind of personal data. Implementations are immutable and take linear time. */
public interface Recogniser {

  /** Least score that is masked. */
  double THRESHOLD = 0.5;

  EntityType type();

  /** Stable name, for findings and the policy. */
  String name();

  /** Changes whenever the recogniser would decide otherwise; part of the policy's digest. */
  String configuration();

  /**
   * Matches in order, which may overlap.
   *
   * @param text as {@link Folding} makes it
   */
  default List<Match> find(String text) {
    return find(Survey.of(text, SurveyPlan.of(List.of(this))));
  }

  /** Says what a survey is to note for {@link #find(Survey)}; nothing as a rule. */
  default void ask(SurveyPlan plan) {}

  /**
   * Matches in order, as {@link #find(String)} finds them; those below the threshold may be left
   * out.
   *
   * <p>In a joined text, where gaps are single characters (see {@link Joining}), it looks for what
   * ordinary text would have missed.
   *
   * @param survey made by a plan that this recogniser was asked for
   */
  List<Match> find(Survey survey);
}
