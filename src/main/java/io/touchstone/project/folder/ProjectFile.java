package io.touchstone.project.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.files.YamlDescription;
import io.touchstone.project.AskedQuestion;
import io.touchstone.project.DeliveryEncoding;
import io.touchstone.project.FormatNames;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.RowNames;
import io.touchstone.project.Splits;
import io.touchstone.project.Tie;
import io.touchstone.project.folder.QuestionSection.Asked;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code project.yaml} and says in which file, line and key a mistake is. */
public final class ProjectFile {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final List<String> DELIVERY =
      Stream.concat(
              Stream.of("encoding", RowNames.TEXT, RowNames.ID),
              Arrays.stream(Tie.values()).map(Tie::id))
          .toList();

  /** Fields of a row that have a meaning of their own under these names. */
  private static final Set<String> TAKEN =
      Set.of(RowNames.TEXT, RowNames.ID, "suggestions", "spans");

  private static final Pattern COLUMN = Pattern.compile("[^,\"\\s][^,\"\\r\\n]{0,99}");
  private static final Pattern SPLIT = Pattern.compile("[a-z][a-z0-9_]{0,30}");

  private final String file;
  private final YamlDescription yaml;
  private final Complaints checks;

  private ProjectFile(String file, String text) {
    this.file = file;
    this.yaml = new YamlDescription("A project description", file, text);
    this.checks = yaml::check;
  }

  /** The keys as they may stand in the file; what is absent is null here and nowhere else. */
  private record Raw(
      String key,
      String name,
      String description,
      String task,
      JsonNode deidentification,
      String deidentificationReason,
      List<Label> labels,
      String skill,
      Integer annotatorsPerItem,
      Integer maxAnnotatorsPerItem,
      Double goldShare,
      Double medianSecondsPerItem,
      Integer packageMinutes,
      Double minimumSecondsPerItem,
      List<String> names,
      List<String> recognise,
      Double leakLimit,
      String licence,
      String creator,
      String contact,
      Boolean overlappingSpans,
      Double goldSpanF1,
      Boolean noneAllowed,
      Double goldClassesF1,
      JsonNode scale,
      Double aql,
      Integer rawRetentionDays,
      Map<String, Double> splits,
      Map<String, String> delivery,
      Boolean secondPerson,
      List<String> formats,
      List<QuestionsSection.Raw> questions) {}

  /**
   * @param file its name, for sentences
   * @throws StartRefused that names file, line and key of every mistake found
   */
  public static ProjectSettings parse(String file, String text) {
    return new ProjectFile(file, text).parse();
  }

  private ProjectSettings parse() {
    ProjectSettings settings = settings(yaml.read(Raw.class));
    yaml.refuseIfFaulty();
    return settings;
  }

  private ProjectSettings settings(Raw raw) {
    String folder = file.replaceAll(".*/([^/]+)/[^/]+$", "$1");
    String key = yaml.required("key", raw.key());
    yaml.check("key", KEBAB.matcher(key).matches(), "must be small letters, digits and hyphens");
    yaml.check("key", key.isEmpty() || key.equals(folder), "must be the folder's name, " + folder);
    boolean several = raw.questions() != null;
    ProjectSettings.Task task =
        several && raw.task() == null
            ? ProjectSettings.Task.QUESTIONS
            : choice("task", raw.task(), ProjectSettings.Task.class);
    QuestionSection.Raw one =
        new QuestionSection.Raw(
            raw.labels(),
            raw.overlappingSpans(),
            raw.goldSpanF1(),
            raw.noneAllowed(),
            raw.goldClassesF1(),
            raw.scale());
    QuestionsSection all = new QuestionsSection(yaml);
    List<AskedQuestion> questions = all.read(raw.questions(), task, one);
    Asked asked =
        several
            ? Asked.NOTHING
            : new QuestionSection(checks, "a project whose task is").read(one, task);
    ProjectSettings.Deidentification deidentification =
        new DeidentificationSection(yaml).read(raw.deidentification());
    Optional<String> reason =
        Optional.ofNullable(raw.deidentificationReason()).filter(words -> !words.isBlank());
    yaml.check(
        "deidentificationReason",
        !deidentification.none() || reason.isPresent(),
        "must say why nothing is removed, since deidentification is none");
    int annotators = (int) checks.number("annotatorsPerItem", raw.annotatorsPerItem(), 1, 20);
    return new ProjectSettings(
        key,
        yaml.required("name", raw.name()),
        yaml.required("description", raw.description()),
        task,
        deidentification,
        reason,
        several ? all.labels() : asked.labels(),
        yaml.required("skill", raw.skill()),
        annotators,
        raw.maxAnnotatorsPerItem() == null
            ? annotators
            : (int)
                checks.number("maxAnnotatorsPerItem", raw.maxAnnotatorsPerItem(), annotators, 20),
        checks.number("goldShare", raw.goldShare(), 0, 0.5),
        checks.number("medianSecondsPerItem", raw.medianSecondsPerItem(), 0.1, 86_400),
        (int) checks.number("packageMinutes", raw.packageMinutes(), 1, 480),
        checks.number("minimumSecondsPerItem", raw.minimumSecondsPerItem(), 0, 3_600),
        raw.names() == null ? List.of() : raw.names(),
        raw.leakLimit() == null
            ? ProjectSettings.DEFAULT_LEAK_LIMIT
            : checks.number("leakLimit", raw.leakLimit(), 0.001, 0.5),
        yaml.required("licence", raw.licence()),
        yaml.required("creator", raw.creator()),
        yaml.required("contact", raw.contact()),
        asked.spanRules(),
        raw.aql() == null ? ProjectSettings.DEFAULT_AQL : checks.number("aql", raw.aql(), 0.01, 10),
        recognised(raw.recognise()),
        Optional.ofNullable(raw.rawRetentionDays())
            .map(days -> (int) checks.number("rawRetentionDays", days, 1, 36_500)),
        splits(raw.splits()),
        encoding(raw.delivery()),
        Boolean.TRUE.equals(raw.secondPerson()),
        rowNames(raw.delivery(), deidentification.rules().columns()),
        formats(raw.formats()),
        asked.classesRules(),
        asked.scale(),
        questions);
  }

  private Splits splits(Map<String, Double> raw) {
    if (raw == null) {
      return Splits.NONE;
    }
    yaml.check("splits", raw.size() >= 2 && raw.size() <= 9, "must be two to nine parts");
    double sum = 0;
    for (Map.Entry<String, Double> part : raw.entrySet()) {
      yaml.check(
          part.getKey(),
          SPLIT.matcher(part.getKey()).matches() && !part.getKey().equals(Splits.ALL),
          "must be small letters, digits and underscores, and not " + Splits.ALL);
      sum += checks.number(part.getKey(), part.getValue(), 0.1, 99.9);
    }
    yaml.check("splits", Math.abs(sum - 100) < 1e-6, "must be percentages that make 100 together");
    return new Splits(raw);
  }

  /** Those beside the first of the known ones, in the order of these. */
  private List<String> formats(List<String> raw) {
    if (raw == null) {
      return List.of();
    }
    List<String> known = FormatNames.KNOWN.stream().map(FormatNames.Format::id).toList();
    Set<String> named = new HashSet<>();
    for (String each : raw) {
      yaml.check(
          "formats",
          each != null && known.contains(each),
          "names a format that is not known, " + each + "; choose of " + known);
      yaml.check("formats", named.add(each), "names " + each + " twice; name each format once");
    }
    return known.stream().skip(1).filter(named::contains).toList();
  }

  private Optional<String> encoding(Map<String, String> delivery) {
    if (delivery == null) {
      return Optional.empty();
    }
    delivery
        .keySet()
        .forEach(
            key ->
                yaml.check(
                    key, DELIVERY.contains(key), "is not known here; choose of " + DELIVERY));
    Optional<String> encoding = Optional.ofNullable(delivery.get("encoding"));
    yaml.check(
        "encoding",
        encoding.isEmpty() || encoding.flatMap(DeliveryEncoding::of).isPresent(),
        "is not known; choose of " + DeliveryEncoding.names());
    return encoding;
  }

  private Optional<RowNames> rowNames(Map<String, String> delivery, Map<String, Column> rules) {
    if (delivery == null) {
      return Optional.empty();
    }
    String text = column(delivery, RowNames.TEXT);
    String id = column(delivery, RowNames.ID);
    yaml.check(
        RowNames.ID,
        !id.equals(text) && !id.equals(RowNames.TEXT) && !text.equals(RowNames.ID),
        "cannot be the column of the text");
    return Optional.of(new RowNames(text, id, ties(delivery, List.of(text, id), rules)))
        .filter(names -> !names.equals(RowNames.PLAIN));
  }

  private Map<Tie, String> ties(
      Map<String, String> delivery, List<String> named, Map<String, Column> rules) {
    Map<Tie, String> ties = new EnumMap<>(Tie.class);
    for (Tie tie : Tie.values()) {
      if (delivery.containsKey(tie.id())) {
        String column = column(delivery, tie.id());
        yaml.check(
            tie.id(),
            !named.contains(column) && !TAKEN.contains(column) && !ties.containsValue(column),
            "must be a column of its own, not one that is something else already");
        yaml.check(
            tie.id(),
            !rules.containsKey(column),
            "must be a column without a rule under deidentification, columns");
        ties.put(tie, column);
      }
    }
    yaml.check(
        Tie.SUBJECT.id(),
        !ties.containsKey(Tie.SUBJECT)
            || rules.values().stream().noneMatch(rule -> rule.use() == Column.Use.SUBJECT),
        "is named twice, here and under deidentification, columns");
    return ties;
  }

  private String column(Map<String, String> delivery, String key) {
    String name = Optional.ofNullable(delivery.getOrDefault(key, key)).orElse("");
    yaml.check(key, COLUMN.matcher(name).matches(), "must be the name of a column, without commas");
    return name;
  }

  private Set<ProjectSettings.ByContext> recognised(List<String> raw) {
    if (raw == null) {
      return ProjectSettings.ByContext.DEFAULT;
    }
    return raw.stream()
        .map(each -> choice("recognise", each, ProjectSettings.ByContext.class))
        .collect(Collectors.toSet());
  }

  private <E extends Enum<E>> E choice(String key, String value, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    List<String> known =
        Stream.of(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    yaml.check(
        key, false, (value == null ? "is missing" : "is not known") + "; choose of " + known);
    return type.getEnumConstants()[0];
  }
}
