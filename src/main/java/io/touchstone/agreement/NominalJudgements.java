package io.touchstone.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judgements on nominal labels with the annotators who made them; any may be missing. */
public final class NominalJudgements {

  private final List<String> declared;
  private final Set<String> known;
  private final Numbering labels;
  private final Numbering items;
  private final Numbering annotators;
  private final JudgementColumns judgements;

  /** Made when first asked for, until the next judgement comes. */
  private Optional<NamedJudgements> named = Optional.empty();

  /**
   * @param declared the label set in its order, used or not; when empty, the labels that occur
   */
  public NominalJudgements(List<String> declared) {
    this(declared, new Numbering(), new Numbering(), new Numbering(), new JudgementColumns());
  }

  private NominalJudgements(
      List<String> declared,
      Numbering labels,
      Numbering items,
      Numbering annotators,
      JudgementColumns judgements) {
    this.declared = List.copyOf(declared);
    known = Set.copyOf(declared);
    this.labels = labels;
    this.items = items;
    this.annotators = annotators;
    this.judgements = judgements;
  }

  /**
   * Adds one judgement.
   *
   * @throws IllegalArgumentException if the annotator judged the item before, or the label is not
   *     in the declared set
   */
  public NominalJudgements add(String item, String annotator, String label) {
    if (!known.isEmpty() && !known.contains(label)) {
      throw new IllegalArgumentException(
          "A judgement names a label that the declared categories do not have.");
    }
    if (!judgements.add(items.of(item), annotators.of(annotator), labels.of(label))) {
      throw new IllegalArgumentException(
          "An annotator has more than one judgement on the same item. Send the current one only.");
    }
    named = Optional.empty();
    return this;
  }

  /** The labels that occur. */
  public Set<String> occurring() {
    return Set.copyOf(labels.names());
  }

  /**
   * The same judgements with a label set; neither takes further ones.
   *
   * @param set every label that occurs, in the order of the set
   */
  public NominalJudgements labelled(List<String> set) {
    return new NominalJudgements(set, labels, items, annotators, judgements);
  }

  /** The judgements without names. */
  public LabelCounts counts() {
    return named().counts();
  }

  /** The judgements by positions, items that look the same counted together. */
  public NamedJudgements named() {
    if (named.isEmpty()) {
      List<String> set = declared.isEmpty() ? labels.names().stream().sorted().toList() : declared;
      List<String> people = annotators.names().stream().sorted().toList();
      named =
          Optional.of(
              NamedJudgements.of(
                  judgements,
                  annotators.placesAmong(people),
                  labels.placesAmong(set),
                  people.size(),
                  set));
    }
    return named.get();
  }
}
