package io.touchstone.ingestion.policy;

import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.IpRecogniser;
import io.touchstone.deidentification.recogniser.ListRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PatternRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.names.ContextRecogniser;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.project.DeliveryEncoding;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.RowNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What de-identification this installation offers, and which of it a project asks for. */
@Component
public class DeidentificationPolicies {

  private final List<Recogniser> common;
  private final Recogniser persons = ContextRecogniser.ofPersons();
  private final Recogniser places = ContextRecogniser.ofPlaces();
  private final ReplacementKeys keys;
  private final Tags tags;

  @Autowired
  DeidentificationPolicies(TouchstoneSettings settings, ReplacementKeys keys) {
    this(RecogniserFolder.load(settings.recognisersFolder()), keys);
    // Beside the rest of the start, which needs the lists and the model only for its gold texts.
    Thread reader = new Thread(ContextRecogniser::read, "read-names");
    reader.setDaemon(true);
    reader.start();
  }

  private DeidentificationPolicies(List<PatternRecogniser> described, ReplacementKeys keys) {
    this.keys = keys;
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
  public DeidentificationPolicy of(ProjectSettings settings) {
    if (settings.deidentification().none()) {
      return DeidentificationPolicy.none(settings.deidentificationReason().orElse(""))
          .reading(settings.deliveryEncoding().flatMap(DeliveryEncoding::of))
          .naming(settings.rowNames().orElse(RowNames.PLAIN));
    }
    return of(settings, settings.deidentification().rules());
  }

  /** The policy of a project with other rules than its own, to be tried. */
  public DeidentificationPolicy of(ProjectSettings settings, DeidentificationRules rules) {
    List<Recogniser> recognisers = new ArrayList<>(common);
    recognisers.add(new NameRecogniser(settings.names()));
    if (settings.recognise().contains(ProjectSettings.ByContext.PERSONS)) {
      recognisers.add(persons);
    }
    if (settings.recognise().contains(ProjectSettings.ByContext.PLACES)) {
      recognisers.add(places);
    }
    recognisers.addAll(denied(rules));
    return DeidentificationPolicy.standard(
            List.copyOf(recognisers), rules, operators(settings.key(), rules))
        .reading(settings.deliveryEncoding().flatMap(DeliveryEncoding::of))
        .naming(settings.rowNames().orElse(RowNames.PLAIN));
  }

  private Operators operators(String project, DeidentificationRules rules) {
    boolean plain = rules.types().isEmpty() && rules.otherwise() == Operator.TAG;
    return plain && rules.columns().isEmpty()
        ? Operators.tags()
        : new Operators(rules, keys.ofProject(project), keys.ofCorpus());
  }

  private static List<Recogniser> denied(DeidentificationRules rules) {
    Map<String, List<ListRecogniser.Entry>> byType = new TreeMap<>();
    rules
        .deny()
        .forEach(
            listed ->
                byType
                    .computeIfAbsent(listed.type(), type -> new ArrayList<>())
                    .add(new ListRecogniser.Entry(listed.text(), listed.exact())));
    List<Recogniser> denied = new ArrayList<>();
    byType.forEach(
        (type, entries) -> denied.add(new ListRecogniser(new EntityType(type), entries)));
    return denied;
  }

  /** Kinds that can be found, in the order of their names. */
  public List<String> types() {
    TreeSet<String> types =
        new TreeSet<>(List.of(EntityType.NAME.id(), ContextRecogniser.PLACE.id()));
    common.forEach(each -> types.add(each.type().id()));
    return List.copyOf(types);
  }

  /** Which masks a redacted text may hold. */
  public Tags tags() {
    return tags;
  }
}
