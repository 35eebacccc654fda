package io.touchstone.ingestion.recogniser.names;

import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.ingestion.recogniser.Match;
import io.touchstone.ingestion.recogniser.Recogniser;
import java.util.List;

/** Towns and streets; countries, states and peoples stay. */
public final class PlaceRecogniser implements Recogniser {

  /** What stands in the text in the place of a town or street. */
  public static final EntityType PLACE = new EntityType("PLACE");

  private final NameEvidence evidence = new NameEvidence(NameModel.Outcome.PLACE);

  @Override
  public EntityType type() {
    return PLACE;
  }

  @Override
  public String name() {
    return "place";
  }

  @Override
  public String configuration() {
    return evidence.configuration();
  }

  @Override
  public List<Match> find(String text) {
    return evidence.find(text);
  }
}
