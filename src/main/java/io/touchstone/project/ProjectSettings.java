package io.touchstone.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code project.yaml} says.
 *
 * @param key kebab case, the same as the folder's name
 * @param task kind of labelling
 * @param deidentification what stage 1 does with personal data
 * @param deidentificationReason why nothing is removed; present when deidentification is none
 * @param labels up to nine, in the order of the digit keys; classes are at least two
 * @param skill an annotator must have it
 * @param annotatorsPerItem k, distinct annotators that label each item
 * @param goldShare share of gold items in an annotator's work, 0 to 0.5
 * @param medianSecondsPerItem what an item takes, for cutting work packages
 * @param packageMinutes longest a work package may take by that estimate
 * @param minimumSecondsPerItem a package with a faster median is not believed
 * @param names person names that stage 1 removes, beside its patterns
 * @param licence SPDX id of the published dataset
 * @param spanRules present exactly where the task is spans
 */
public record ProjectSettings(
    String key,
    String name,
    String description,
    Task task,
    Deidentification deidentification,
    Optional<String> deidentificationReason,
    List<Label> labels,
    String skill,
    int annotatorsPerItem,
    double goldShare,
    double medianSecondsPerItem,
    int packageMinutes,
    double minimumSecondsPerItem,
    List<String> names,
    String licence,
    String creator,
    String contact,
    Optional<SpanRules> spanRules) {

  /** Kind of labelling. */
  public enum Task {
    CLASSIFICATION,
    SPANS;

    /** As project descriptions and interfaces write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What stage 1 does with personal data. */
  public enum Deidentification {
    NONE,
    STANDARD
  }

  public ProjectSettings {
    labels = List.copyOf(labels);
    names = List.copyOf(names);
  }

  /** A project of classes. */
  public ProjectSettings(
      String key,
      String name,
      String description,
      Task task,
      Deidentification deidentification,
      Optional<String> deidentificationReason,
      List<Label> labels,
      String skill,
      int annotatorsPerItem,
      double goldShare,
      double medianSecondsPerItem,
      int packageMinutes,
      double minimumSecondsPerItem,
      List<String> names,
      String licence,
      String creator,
      String contact) {
    this(
        key,
        name,
        description,
        task,
        deidentification,
        deidentificationReason,
        labels,
        skill,
        annotatorsPerItem,
        goldShare,
        medianSecondsPerItem,
        packageMinutes,
        minimumSecondsPerItem,
        names,
        licence,
        creator,
        contact,
        Optional.empty());
  }
}
