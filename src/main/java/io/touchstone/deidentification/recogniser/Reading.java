package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.folding.Normalised;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

  /** The text folded. */
  public static Reading of(String text, SurveyPlan plan) {
    Normalised folded = Folding.normalise(text);
    return new Reading(Survey.of(folded.text(), plan), List.of(folded));
  }

  /**
   * The same joined where identifiers may be parted; empty if they are nowhere.
   *
   * @param found what was found in this one, in its places: gaps amid it need no second look
   */
  public Optional<Reading> joined(List<Match> found, SurveyPlan plan) {
    BitSet settled = new BitSet();
    found.forEach(match -> settled.set(match.start(), match.end()));
    return Joining.of(survey, settled)
        .map(joined -> new Reading(Survey.of(joined, plan), List.of(joined.text(), forms.get(0))));
  }

  /** What a recogniser finds in it. */
  public List<Match> find(Recogniser recogniser) {
    return recogniser.find(survey);
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
