package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * @param leakLimit greatest share of items that may still show personal data after stage 1, above 0
 *     to 0.5; 0 in what was stored before there was a limit means the default
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
    double leakLimit,
    String licence,
    String creator,
    String contact,
    Optional<SpanRules> spanRules) {

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

  /**
   * What stage 1 does with personal data.
   *
   * @param none whether it stays
   * @param rules what happens to what is found
   */
  public record Deidentification(boolean none, DeidentificationRules rules) {

    public static final Deidentification NONE =
        new Deidentification(true, DeidentificationRules.PLAIN);
    public static final Deidentification STANDARD =
        new Deidentification(false, DeidentificationRules.PLAIN);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** From its stored form: a word, or the rules. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Deidentification of(JsonNode stored) {
      if (stored.isTextual()) {
        return stored.asText().equals("NONE") ? NONE : STANDARD;
      }
      return new Deidentification(false, JSON.convertValue(stored, DeidentificationRules.class));
    }

    /** The stored form. */
    @JsonValue
    public Object stored() {
      return rules.equals(DeidentificationRules.PLAIN) ? name() : rules;
    }

    /** NONE or STANDARD. */
    public String name() {
      return none ? "NONE" : "STANDARD";
    }
  }

  /** With strings to deny and allow from the files beside the description. */
  public ProjectSettings withLists(
      List<DeidentificationRules.Listed> deny, List<DeidentificationRules.Listed> allow) {
    Deidentification with =
        new Deidentification(
            deidentification.none(), deidentification.rules().withLists(deny, allow));
    return new ProjectSettings(
        key,
        name,
        description,
        task,
        with,
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
        spanRules);
  }

  public ProjectSettings {
    labels = List.copyOf(labels);
    names = List.copyOf(names);
    leakLimit = leakLimit > 0 ? leakLimit : DEFAULT_LEAK_LIMIT;
  }
}
