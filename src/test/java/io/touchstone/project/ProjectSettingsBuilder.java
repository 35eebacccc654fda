package io.touchstone.project;

import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.answer.sheet.Condition;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.deidentification.operator.DeidentificationRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of a project of tests: two people per item, no gold, no names by context, packages that
 * no test fills, its skill is its key. A test says what it needs otherwise.
 */
public final class ProjectSettingsBuilder {

  private final String key;
  private final ProjectSettings.Task task;
  private final Optional<SpanRules> spanRules;
  private List<Label> labels;
  private String name;
  private String description = "Invented";
  private ProjectSettings.Deidentification deidentification =
      ProjectSettings.Deidentification.STANDARD;
  private Optional<String> deidentificationReason = Optional.empty();
  private String skill;
  private int annotatorsPerItem = 2;
  private int maxAnnotatorsPerItem;
  private double goldShare;
  private double medianSecondsPerItem = 10;
  private int packageMinutes = 60;
  private double minimumSecondsPerItem = 2;
  private double leakLimit = ProjectSettings.DEFAULT_LEAK_LIMIT;
  private String licence = "CC0-1.0";
  private String creator = "Nobody";
  private String contact = "nobody@example.org";
  private Set<ProjectSettings.ByContext> recognise = Set.of();
  private Splits splits = Splits.NONE;
  private List<String> formats = List.of();
  private Optional<ClassesRules> classesRules = Optional.empty();
  private Optional<ScaleRules> scale = Optional.empty();
  private List<AskedQuestion> questions = List.of();

  private ProjectSettingsBuilder(
      String key, ProjectSettings.Task task, Optional<SpanRules> spanRules, List<Label> labels) {
    this.key = key;
    this.task = task;
    this.spanRules = spanRules;
    this.labels = labels;
    name = "Project " + key;
    skill = key;
  }

  /** One class an item, red or blue. */
  public static ProjectSettingsBuilder ofClasses(String key) {
    return new ProjectSettingsBuilder(
        key, ProjectSettings.Task.CLASSIFICATION, Optional.empty(), TestProjects.LABELS);
  }

  /** Spans in a text, drugs and doses, known answers right from an F1 of 0.8. */
  public static ProjectSettingsBuilder ofSpans(String key, boolean overlapping) {
    return new ProjectSettingsBuilder(
        key,
        ProjectSettings.Task.SPANS,
        Optional.of(new SpanRules(overlapping, 0.8)),
        TestProjects.SPAN_LABELS);
  }

  /** Red, blue, both or none; known answers right when they are equal. */
  public static ProjectSettingsBuilder ofSeveralClasses(String key) {
    ProjectSettingsBuilder builder =
        new ProjectSettingsBuilder(
            key, ProjectSettings.Task.CLASSES, Optional.empty(), TestProjects.LABELS);
    builder.classesRules = Optional.of(new ClassesRules(true, 1));
    return builder;
  }

  /** A point from 1 to 5, known answers right one point away, too. */
  public static ProjectSettingsBuilder ofScale(String key) {
    ScaleRules rules = new ScaleRules(1, 5, "calm", "urgent", 1);
    List<Label> points =
        rules.points().stream()
            .map(point -> new Label(String.valueOf(point), rules.name(point), ""))
            .toList();
    ProjectSettingsBuilder builder =
        new ProjectSettingsBuilder(key, ProjectSettings.Task.SCALE, Optional.empty(), points);
    builder.scale = Optional.of(rules);
    return builder;
  }

  /**
   * What a thing is, a tool or a toy; of a tool how worn it is, from 1 to 3, known answers exact;
   * and where its makers are named, if they are.
   */
  public static ProjectSettingsBuilder ofQuestions(String key) {
    ScaleRules wear = new ScaleRules(1, 3, "new", "worn", 0);
    List<Label> labels =
        List.of(
            new Label("tool", "Tool", ""),
            new Label("toy", "Toy", ""),
            new Label("1", "1 new", ""),
            new Label("2", "2", ""),
            new Label("3", "3 worn", ""),
            new Label("maker", "Maker", ""));
    ProjectSettingsBuilder builder =
        new ProjectSettingsBuilder(key, ProjectSettings.Task.QUESTIONS, Optional.empty(), labels);
    builder.questions =
        List.of(
            new AskedQuestion(
                "sort",
                "What is it?",
                ProjectSettings.Task.CLASSIFICATION,
                List.of("tool", "toy"),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new AskedQuestion(
                "wear",
                "How worn is it?",
                ProjectSettings.Task.SCALE,
                List.of("1", "2", "3"),
                true,
                Optional.of(new Condition("sort", List.of("tool"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(wear)),
            new AskedQuestion(
                "makers",
                "Who made it?",
                ProjectSettings.Task.SPANS,
                List.of("maker"),
                true,
                Optional.empty(),
                Optional.of(new SpanRules(false, 0.8)),
                Optional.empty(),
                Optional.empty()));
    return builder;
  }

  /** From which F1 known sets of classes count as answered rightly. */
  public ProjectSettingsBuilder goldClassesF1(double least) {
    classesRules = classesRules.map(rules -> new ClassesRules(rules.noneAllowed(), least));
    return this;
  }

  /** Beside JSON Lines. */
  public ProjectSettingsBuilder alsoAs(String... others) {
    formats = List.of(others);
    return this;
  }

  public ProjectSettingsBuilder labels(List<Label> others) {
    labels = others;
    return this;
  }

  public ProjectSettingsBuilder described(String shownName, String purpose) {
    name = shownName;
    description = purpose;
    return this;
  }

  /** What happens to personal data that is found. */
  public ProjectSettingsBuilder rules(DeidentificationRules rules) {
    deidentification = new ProjectSettings.Deidentification(false, rules);
    return this;
  }

  /** Nothing is removed. */
  public ProjectSettingsBuilder asWritten(String reason) {
    deidentification = ProjectSettings.Deidentification.NONE;
    deidentificationReason = Optional.of(reason);
    return this;
  }

  public ProjectSettingsBuilder skill(String id) {
    skill = id;
    return this;
  }

  /**
   * @param most where further people are asked about unsure items, else 0
   */
  public ProjectSettingsBuilder annotatorsPerItem(int k, int most) {
    annotatorsPerItem = k;
    maxAnnotatorsPerItem = most;
    return this;
  }

  /**
   * @param share of gold in an annotator's work, 0 to 0.5
   */
  public ProjectSettingsBuilder goldShare(double share) {
    goldShare = share;
    return this;
  }

  /**
   * @param median seconds that an item takes
   * @param minutes longest a package may take by that
   * @param minimum median seconds of a package that is believed
   */
  public ProjectSettingsBuilder pace(double median, int minutes, double minimum) {
    medianSecondsPerItem = median;
    packageMinutes = minutes;
    minimumSecondsPerItem = minimum;
    return this;
  }

  public ProjectSettingsBuilder leakLimit(double share) {
    leakLimit = share;
    return this;
  }

  public ProjectSettingsBuilder published(String underLicence, String by, String askAt) {
    licence = underLicence;
    creator = by;
    contact = askAt;
    return this;
  }

  /** What is found by how and where it stands in a text. */
  public ProjectSettingsBuilder recognise(Set<ProjectSettings.ByContext> found) {
    recognise = found;
    return this;
  }

  /** Of datasets, beside JSON Lines. */
  public ProjectSettingsBuilder formats(List<String> further) {
    formats = further;
    return this;
  }

  public ProjectSettingsBuilder splits(Splits parts) {
    splits = parts;
    return this;
  }

  /** The settings, in a new record each time. */
  public ProjectSettings build() {
    return new ProjectSettings(
        key,
        name,
        description,
        task,
        deidentification,
        deidentificationReason,
        labels,
        skill,
        annotatorsPerItem,
        maxAnnotatorsPerItem,
        goldShare,
        medianSecondsPerItem,
        packageMinutes,
        minimumSecondsPerItem,
        List.of(),
        leakLimit,
        licence,
        creator,
        contact,
        spanRules,
        ProjectSettings.DEFAULT_AQL,
        recognise,
        Optional.empty(),
        splits,
        Optional.empty(),
        false,
        Optional.empty(),
        formats,
        classesRules,
        scale,
        questions);
  }
}
