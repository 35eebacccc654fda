package io.touchstone.ingestion.recogniser.names;

import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.ingestion.recogniser.Match;
import io.touchstone.ingestion.recogniser.Recogniser;
import java.util.ArrayList;
import java.util.List;

/** Persons that no list of the project names: found by how and where their names stand. */
public final class PersonRecogniser implements Recogniser {

  private final NameEvidence evidence = new NameEvidence(NameModel.Outcome.PERSON);

  @Override
  public EntityType type() {
    return EntityType.NAME;
  }

  @Override
  public String name() {
    return "person";
  }

  @Override
  public String configuration() {
    return evidence.configuration();
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>(evidence.find(text));
    matches.addAll(HanNames.find(text));
    return matches;
  }
}
