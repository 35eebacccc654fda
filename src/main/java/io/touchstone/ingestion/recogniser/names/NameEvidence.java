package io.touchstone.ingestion.recogniser.names;

import io.touchstone.ingestion.recogniser.Match;
import io.touchstone.ingestion.recogniser.Recogniser;
import io.touchstone.ingestion.recogniser.names.NameModel.Outcome;
import java.util.List;
import java.util.Locale;

/** What the model finds, with scores on the scale of all recognisers. */
final class NameEvidence {

  /** The probability from which a finding is masked; where recall and precision meet the need. */
  private static final double LEAST = 0.6;

  private final Outcome outcome;

  NameEvidence(Outcome outcome) {
    this.outcome = outcome;
  }

  String configuration() {
    return "1 " + outcome + " " + LEAST + " " + NameModel.digest();
  }

  List<Match> find(String text) {
    return new NameSearch(Lexicon.get(), NameModel.get())
        .in(text, outcome, LEAST).stream().map(this::match).toList();
  }

  private Match match(NameSearch.Found found) {
    double score =
        Recogniser.THRESHOLD
            + (1 - Recogniser.THRESHOLD) * (found.probability() - LEAST) / (1 - LEAST);
    double rounded = Math.round(score * 100) / 100.0;
    String why =
        String.format(
            Locale.ROOT,
            "%s by its context (%.2f): %s",
            outcome == Outcome.PERSON ? "a person" : "a place",
            rounded,
            found.why());
    return new Match(found.start(), found.end(), rounded, why);
  }
}
