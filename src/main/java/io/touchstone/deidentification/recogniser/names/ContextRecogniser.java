package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.Match;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.Survey;
import io.touchstone.deidentification.recogniser.names.NameModel.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Persons, or towns and streets, that no list of the project holds: found by how and where they
 * stand. Countries, states and peoples are none. Lists and model are read on first use.
 */
public final class ContextRecogniser implements Recogniser {

  /** What stands in the text in the place of a town or street. */
  public static final EntityType PLACE = new EntityType("PLACE");

  /** The probability from which a finding is masked; more recall below, more precision above. */
  private static final double LEAST_OF_PERSONS = 0.3;

  private static final double LEAST_OF_PLACES = 0.4;

  private final Outcome outcome;
  private final double least;
  private final EntityType type;
  private final List<String> spared;

  private ContextRecogniser(Outcome outcome, EntityType type, List<String> spared) {
    this.outcome = outcome;
    this.least = outcome == Outcome.PERSON ? LEAST_OF_PERSONS : LEAST_OF_PLACES;
    this.type = type;
    this.spared = List.copyOf(spared);
  }

  /** Reads lists and model, some 26 MB and half a second, so that the first text need not wait. */
  public static void read() {
    Lexicon.get();
    NameModel.get();
  }

  /** Finds persons. */
  public static ContextRecogniser ofPersons() {
    return new ContextRecogniser(Outcome.PERSON, EntityType.NAME, List.of());
  }

  /** Finds towns and streets. */
  public static ContextRecogniser ofPlaces() {
    return new ContextRecogniser(Outcome.PLACE, PLACE, List.of());
  }

  /**
   * One that overlooks what is known to be no name: whatever holds one of the strings, or is held
   * by one.
   *
   * @param strings as the recognisers look at them, none empty
   */
  public ContextRecogniser sparing(Collection<String> strings) {
    return new ContextRecogniser(outcome, type, List.copyOf(strings));
  }

  @Override
  public EntityType type() {
    return type;
  }

  @Override
  public String name() {
    return outcome == Outcome.PERSON ? "person-by-context" : "place-by-context";
  }

  @Override
  public String configuration() {
    return "1 " + least + " " + NameModel.digest() + (spared.isEmpty() ? "" : spared.toString());
  }

  @Override
  public List<Match> find(Survey survey) {
    return survey.isJoined() ? List.of() : find(survey.text());
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    NameSearch search = new NameSearch(Lexicon.get(), NameModel.get());
    search.in(text, outcome, least).forEach(found -> matches.add(match(found)));
    if (outcome == Outcome.PERSON) {
      matches.addAll(HanNames.find(text));
    }
    matches.removeIf(match -> isSpared(text.substring(match.start(), match.end())));
    return matches;
  }

  private boolean isSpared(String found) {
    return spared.stream().anyMatch(each -> each.contains(found) || found.contains(each));
  }

  private Match match(NameSearch.Found found) {
    double share = (found.probability() - least) / (1 - least);
    double score = Math.round(100 * (THRESHOLD + (1 - THRESHOLD) * share)) / 100.0;
    String why =
        String.format(
            Locale.ROOT,
            "%s by its context, %.2f: %s",
            outcome == Outcome.PERSON ? "a person" : "a place",
            found.probability(),
            found.why());
    return new Match(found.start(), found.end(), score, why);
  }
}
