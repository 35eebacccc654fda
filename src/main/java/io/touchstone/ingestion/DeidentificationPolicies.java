package io.touchstone.ingestion;

import io.touchstone.ingestion.recogniser.CardRecogniser;
import io.touchstone.ingestion.recogniser.EmailRecogniser;
import io.touchstone.ingestion.recogniser.IbanRecogniser;
import io.touchstone.ingestion.recogniser.IpRecogniser;
import io.touchstone.ingestion.recogniser.NameRecogniser;
import io.touchstone.ingestion.recogniser.PatternRecogniser;
import io.touchstone.ingestion.recogniser.PhoneRecogniser;
import io.touchstone.ingestion.recogniser.Recogniser;
import io.touchstone.ingestion.recogniser.RecogniserFolder;
import io.touchstone.ingestion.recogniser.names.ContextRecogniser;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.project.ProjectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What de-identification this installation offers, and which of it a project asks for. */
@Component
class DeidentificationPolicies {

  private final List<Recogniser> common;
  private final Recogniser persons = ContextRecogniser.ofPersons();
  private final Recogniser places = ContextRecogniser.ofPlaces();
  private final Tags tags;

  @Autowired
  DeidentificationPolicies(TouchstoneSettings settings) {
    this(RecogniserFolder.load(settings.recognisersFolder()));
    // Beside the rest of the start, which needs the lists and the model only for its gold texts.
    Thread reader = new Thread(ContextRecogniser::read, "read-names");
    reader.setDaemon(true);
    reader.start();
  }

  private DeidentificationPolicies(List<PatternRecogniser> described) {
    List<Recogniser> all = new ArrayList<>(described);
    all.addAll(
        0,
        List.of(
            new EmailRecogniser(),
            new IbanRecogniser(),
            new CardRecogniser(),
            new IpRecogniser(),
            new PhoneRecogniser()));
    common = List.copyOf(all);
    tags =
        new Tags(
            Stream.concat(common.stream(), Stream.of(persons, places))
                .map(Recogniser::type)
                .toList());
  }

  /** The policy that a project's settings ask for. */
  DeidentificationPolicy of(ProjectSettings settings) {
    if (settings.deidentification() == ProjectSettings.Deidentification.NONE) {
      return DeidentificationPolicy.none(settings.deidentificationReason().orElse(""));
    }
    List<Recogniser> recognisers = new ArrayList<>(common);
    recognisers.add(new NameRecogniser(settings.names()));
    if (settings.recognise().contains(ProjectSettings.ByContext.PERSONS)) {
      recognisers.add(persons);
    }
    if (settings.recognise().contains(ProjectSettings.ByContext.PLACES)) {
      recognisers.add(places);
    }
    return DeidentificationPolicy.standard(List.copyOf(recognisers));
  }

  /** Which masks a redacted text may hold. */
  Tags tags() {
    return tags;
  }
}
