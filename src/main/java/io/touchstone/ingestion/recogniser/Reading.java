package io.touchstone.ingestion.recogniser;

import java.util.List;

/**
 * A text in one of the forms in which recognisers look at it: folded, so that what looks alike is
 * alike, and then joined, so that what a person reads as one is in one piece.
 */
public final class Reading {

  private final Survey survey;
  private final List<Normalised> forms;

  private Reading(Survey survey, List<Normalised> forms) {
    this.survey = survey;
    this.forms = forms;
  }

  /** Both forms of a text. */
  public static List<Reading> of(String text, SurveyPlan plan) {
    Normalised folded = Folding.normalise(text);
    Survey survey = Survey.of(folded.text(), plan);
    Joining.Joined joined = Joining.of(survey);
    return List.of(
        new Reading(survey, List.of(folded)),
        new Reading(Survey.of(joined, plan), List.of(joined.text(), folded)));
  }

  /** What a recogniser finds in it. */
  public List<Match> find(Recogniser recogniser) {
    return survey.text().isEmpty() ? List.of() : recogniser.find(survey);
  }

  /** Where in the text a character begins. */
  public int start(int place) {
    int start = place;
    for (Normalised form : forms) {
      start = form.start(start);
    }
    return start;
  }

  /** Where in the text the characters before this place end. */
  public int end(int place) {
    int end = place;
    for (Normalised form : forms) {
      end = form.end(end);
    }
    return end;
  }
}
