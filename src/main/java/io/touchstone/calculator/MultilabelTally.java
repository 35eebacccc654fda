package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.NominalJudgements;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.LabelView;
import io.touchstone.agreement.set.SetAgreement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Any number of labels out of a set, none included. */
final class MultilabelTally implements Tally {

  private final List<String> categories;
  private final LabelSet known;
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final NominalJudgements judgements = new NominalJudgements(List.of());

  MultilabelTally(List<String> categories) {
    this.categories = categories;
    known = new LabelSet(categories);
  }

  @Override
  public void add(String item, String annotator, JsonNode label) {
    if (!label.isArray()) {
      throw new IllegalArgumentException(
          "A label of this type is a list of words or numbers, which may be empty.");
    }
    Set<String> given = new TreeSet<>();
    for (JsonNode each : label) {
      if (each.isNull()
          || each.isContainerNode()
          || !given.add(known.known(NominalTally.single(each)))) {
        throw new IllegalArgumentException(
            "A list of labels holds words or numbers, each one once and none empty.");
      }
    }
    String name = name(given);
    sets.putIfAbsent(name, given);
    judgements.add(item, annotator, name);
  }

  /** One text for one set, whatever signs its labels have. */
  private static String name(Set<String> labels) {
    StringBuilder name = new StringBuilder();
    labels.forEach(label -> name.append(label.length()).append(':').append(label));
    return name.toString();
  }

  @Override
  public AgreementAnswer answer(Bootstrap bootstrap) {
    SetAgreement agreement = SetAgreement.of(judgements, sets, labels(), bootstrap);
    return new AgreementAnswer(
        SetAgreement.METRIC_VERSION,
        agreement.items(),
        agreement.judgements(),
        agreement.annotators(),
        agreement.coefficients().stream().map(CoefficientView::of).toList(),
        AgreementAnswer.NO_CONFUSION,
        agreement.perLabel().stream().map(LabelView::of).toList(),
        List.of());
  }

  private List<String> labels() {
    if (!categories.isEmpty()) {
      return categories;
    }
    Set<String> occurring = new TreeSet<>();
    sets.values().forEach(occurring::addAll);
    return List.copyOf(occurring);
  }
}
