package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.Question;
import io.touchstone.answer.classes.Classes;
import io.touchstone.answer.classes.ClassesQuestion;
import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.oneclass.ClassQuestion;
import io.touchstone.answer.oneclass.OneClass;
import io.touchstone.answer.scale.Points;
import io.touchstone.answer.scale.ScaleQuestion;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.answer.sheet.Sheet;
import io.touchstone.answer.sheet.SheetQuestion;
import io.touchstone.answer.spans.SpanQuestion;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.answer.spans.Spans;
import io.touchstone.deidentification.operator.DeidentificationRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What {@code project.yaml} says.
 *
 * @param key kebab case, the same as the folder's name
 * @param task kind of labelling
 * @param deidentification what stage 1 does with personal data
 * @param deidentificationReason why nothing is removed; present when deidentification is none
 * @param labels up to 1,000, the first nine in the order of the digit keys; classes are at least
 *     two
 * @param skill an annotator must have it
 * @param annotatorsPerItem k, distinct annotators that label each item
 * @param maxAnnotatorsPerItem most annotators of an item, those included who are asked because the
 *     first ones left it unsure; the same as annotatorsPerItem if nobody else is asked, also where
 *     0 was stored before there was a limit
 * @param goldShare share of gold items in an annotator's work, 0 to 0.5
 * @param medianSecondsPerItem what an item takes, for cutting work packages
 * @param packageMinutes longest a work package may take by that estimate
 * @param minimumSecondsPerItem a package with a faster median is not believed
 * @param names person names that stage 1 removes, beside its patterns
 * @param leakLimit greatest share of items that may still show personal data after stage 1, above 0
 *     to 0.5; 0 in what was stored before there was a limit means the default
 * @param licence SPDX id of the published dataset
 * @param spanRules present exactly where the task is spans
 * @param aql acceptance quality limit in percent of wrong items, above 0 to 10: batches at least as
 *     good are nearly always accepted; 0 in what was stored before there was one means the default
 * @param recognise what stage 1 finds by its context, beside patterns and the names above; in what
 *     was stored before there was a choice, persons
 * @param rawRetentionDays after how many days from the end of a batch its raw objects are erased;
 *     nothing for only when a privacy officer asks
 * @param splits into which parts its datasets are divided
 * @param deliveryEncoding what delivered texts are written in that do not say it and are not UTF-8,
 *     a name that {@link DeliveryEncoding} knows; nothing where such texts are not taken
 * @param secondPerson whether a version made in the product is published by a second person; left
 *     out of what is stored where it is not
 * @param rowNames what deliveries call the columns of text and id; the plain names when empty
 * @param classesRules present exactly where the task is classes; left out of what is stored
 *     elsewhere
 * @param scale present exactly where the task is scale, likewise
 * @param questions two or more exactly where the task is questions, and then all labels are theirs;
 *     left out of what is stored elsewhere
 * @param formats of its datasets beside the first of {@link FormatNames}, which they all have; left
 *     out of what is stored where there are none
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
    int maxAnnotatorsPerItem,
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
    double aql,
    Set<ByContext> recognise,
    Optional<Integer> rawRetentionDays,
    Splits splits,
    Optional<String> deliveryEncoding,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean secondPerson,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RowNames> rowNames,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> formats,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ClassesRules> classesRules,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ScaleRules> scale,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AskedQuestion> questions) {

  /** The limit of a project that names none: at most one item in twenty. */
  public static final double DEFAULT_LEAK_LIMIT = 0.05;

  /** The acceptance quality limit of a project that names none, in percent. */
  public static final double DEFAULT_AQL = 2.5;

  /** What is found by how and where it stands in a text. */
  public enum ByContext {
    PERSONS,
    PLACES;

    /** What a project that says nothing has found. */
    public static final Set<ByContext> DEFAULT = Set.of(PERSONS);
  }

  /** Kinds of labelling, the one list of them. */
  public enum Task {
    CLASSIFICATION(OneClass.KIND),
    SPANS(Spans.KIND),
    CLASSES(Classes.KIND),
    SCALE(Points.KIND),
    QUESTIONS(Sheet.KIND);

    private final AnswerKind kind;

    Task(AnswerKind kind) {
      this.kind = kind;
    }

    /** The kind of its answers. */
    public AnswerKind kind() {
      return kind;
    }

    /** As project descriptions and interfaces write it. */
    public String id() {
      return kind.id();
    }

    /** An answer under the member of its kind, and null under those of all others. */
    public static Map<String, JsonNode> members(Optional<Answer> answer) {
      Map<String, JsonNode> members = new LinkedHashMap<>();
      for (Task task : values()) {
        members.put(task.kind.member(), null);
      }
      answer.ifPresent(said -> members.put(said.kind().member(), said.json()));
      return members;
    }

    /** The same without the text that the answer covers. */
    public static Map<String, JsonNode> places(Optional<Answer> answer) {
      Map<String, JsonNode> members = members(Optional.empty());
      answer.ifPresent(said -> members.put(said.kind().member(), said.stored()));
      return members;
    }

    /** The kind of what stands in this JSON object; nothing where no kind's member is in it. */
    public static Optional<AnswerKind> in(JsonNode object) {
      return Stream.of(values())
          .map(Task::kind)
          .filter(kind -> object.hasNonNull(kind.member()))
          .findFirst();
    }
  }

  /**
   * What stage 1 does with personal data.
   *
   * @param none whether it stays
   * @param rules what happens to what is found
   * @param review how what was missed is looked for
   */
  public record Deidentification(
      boolean none, DeidentificationRules rules, PrivacyReviewRules review) {

    public static final Deidentification NONE =
        new Deidentification(true, DeidentificationRules.PLAIN);
    public static final Deidentification STANDARD =
        new Deidentification(false, DeidentificationRules.PLAIN);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REVIEW = "review";

    /** With a review as it is made up where nothing is said of it. */
    public Deidentification(boolean none, DeidentificationRules rules) {
      this(none, rules, PrivacyReviewRules.DEFAULT);
    }

    /** From its stored form: a word, or the rules. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Deidentification of(JsonNode stored) {
      if (stored.isTextual()) {
        return stored.asText().equals("NONE") ? NONE : STANDARD;
      }
      ObjectNode rules = stored.deepCopy();
      JsonNode review = rules.remove(REVIEW);
      return new Deidentification(
          false,
          JSON.convertValue(rules, DeidentificationRules.class),
          review == null
              ? PrivacyReviewRules.DEFAULT
              : JSON.convertValue(review, PrivacyReviewRules.class));
    }

    /** The stored form. */
    @JsonValue
    public Object stored() {
      boolean usual = review.equals(PrivacyReviewRules.DEFAULT);
      if (usual) {
        return rules.equals(DeidentificationRules.PLAIN) ? name() : rules;
      }
      ObjectNode all = JSON.valueToTree(rules);
      return all.set(REVIEW, JSON.valueToTree(review));
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
            deidentification.none(),
            deidentification.rules().withLists(deny, allow),
            deidentification.review());
    return with(with, labels);
  }

  /** With other labels. */
  public ProjectSettings withLabels(List<Label> others) {
    return with(deidentification, others);
  }

  private ProjectSettings with(Deidentification section, List<Label> others) {
    return new ProjectSettings(
        key,
        name,
        description,
        task,
        section,
        deidentificationReason,
        others,
        skill,
        annotatorsPerItem,
        maxAnnotatorsPerItem,
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
        aql,
        recognise,
        rawRetentionDays,
        splits,
        deliveryEncoding,
        secondPerson,
        rowNames,
        formats,
        classesRules,
        scale,
        questions);
  }

  public ProjectSettings {
    labels = List.copyOf(labels);
    names = List.copyOf(names);
    maxAnnotatorsPerItem = Math.max(annotatorsPerItem, maxAnnotatorsPerItem);
    leakLimit = leakLimit > 0 ? leakLimit : DEFAULT_LEAK_LIMIT;
    aql = aql > 0 ? aql : DEFAULT_AQL;
    recognise =
        recognise == null
            ? ByContext.DEFAULT
            : Collections.unmodifiableSet(new TreeSet<>(recognise));
    rawRetentionDays = rawRetentionDays == null ? Optional.empty() : rawRetentionDays;
    splits = splits == null ? Splits.NONE : splits;
    deliveryEncoding = deliveryEncoding == null ? Optional.empty() : deliveryEncoding;
    rowNames = rowNames == null ? Optional.empty() : rowNames;
    formats = formats == null ? List.of() : List.copyOf(formats);
    classesRules = classesRules == null ? Optional.empty() : classesRules;
    scale = scale == null ? Optional.empty() : scale;
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /** What is asked about each item; one question is answered with these labels. */
  public Question question(List<String> labelIds) {
    if (!questions.isEmpty()) {
      return new SheetQuestion(questions.stream().map(AskedQuestion::part).toList());
    }
    return question(labelIds, spanRules, classesRules, scale);
  }

  /** A question by the rules that are present, at most one of them; one class where none is. */
  static Question question(
      List<String> labelIds,
      Optional<SpanRules> spanRules,
      Optional<ClassesRules> classesRules,
      Optional<ScaleRules> scale) {
    return spanRules
        .<Question>map(rules -> new SpanQuestion(labelIds, rules))
        .or(() -> classesRules.map(rules -> new ClassesQuestion(labelIds, rules)))
        .or(() -> scale.map(ScaleQuestion::new))
        .orElseGet(() -> new ClassQuestion(labelIds));
  }
}
