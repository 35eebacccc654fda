package io.touchstone.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
 * @param leakLimit greatest share of items that may still show personal data after stage 1, above 0
 *     to 0.5; 0 in what was stored before there was a limit means the default
 * @param licence SPDX id of the published dataset
 * @param recognise what stage 1 finds by its context, beside patterns and the names above; in what
 *     was stored before there was a choice, persons
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
    double leakLimit,
    String licence,
    String creator,
    String contact,
    Optional<SpanRules> spanRules,
    Set<ByContext> recognise) {

  /** The limit of a project that names none: at most one item in twenty. */
  public static final double DEFAULT_LEAK_LIMIT = 0.05;

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

  /** What is found by how and where it stands in a text. */
  public enum ByContext {
    PERSONS,
    PLACES;

    /** What a project that says nothing has found. */
    public static final Set<ByContext> DEFAULT = Set.of(PERSONS);
  }

  public ProjectSettings {
    recognise = recognise == null ? ByContext.DEFAULT : Set.copyOf(recognise);
    labels = List.copyOf(labels);
    names = List.copyOf(names);
    leakLimit = leakLimit > 0 ? leakLimit : DEFAULT_LEAK_LIMIT;
  }

  /** Settings with what is found by default. */
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
      double leakLimit,
      String licence,
      String creator,
      String contact,
      Optional<SpanRules> spanRules) {
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
        leakLimit,
        licence,
        creator,
        contact,
        spanRules,
        ByContext.DEFAULT);
  }
}
