package io.touchstone.project;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.touchstone.platform.StartRefused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code project.yaml} and says in which file, line and key a mistake is. */
final class ProjectFile {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String file;
  private final String text;
  private final List<String> faults = new ArrayList<>();

  private ProjectFile(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** The keys as they may stand in the file; what is absent is null here and nowhere else. */
  private record Raw(
      String key,
      String name,
      String description,
      String task,
      String deidentification,
      String deidentificationReason,
      List<Label> labels,
      String skill,
      Integer annotatorsPerItem,
      Double goldShare,
      Double medianSecondsPerItem,
      Integer packageMinutes,
      Double minimumSecondsPerItem,
      List<String> names,
      Double leakLimit,
      String licence,
      String creator,
      String contact,
      Boolean overlappingSpans,
      Double goldSpanF1) {}

  /**
   * @param file its name, for sentences
   * @throws StartRefused that names file, line and key of every mistake found
   */
  static ProjectSettings parse(String file, String text) {
    return new ProjectFile(file, text).parse();
  }

  private ProjectSettings parse() {
    Raw raw = raw();
    ProjectSettings settings = settings(raw);
    if (!faults.isEmpty()) {
      throw refused(String.join("\n  ", faults));
    }
    return settings;
  }

  private Raw raw() {
    try {
      return YAML.readValue(text, Raw.class);
    } catch (UnrecognizedPropertyException e) {
      throw refused(
          file
              + ": "
              + lineOfUnknown(e.getPropertyName())
              + "the key \""
              + e.getPropertyName()
              + "\" is not known. Known keys: "
              + e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList()
              + ".");
    } catch (JsonMappingException e) {
      throw refused(
          at(e.getLocation()) + "the key \"" + key(e) + "\" has a value of a wrong kind.");
    } catch (JsonProcessingException e) {
      throw refused(at(e.getLocation()) + "this is not YAML: " + e.getOriginalMessage());
    }
  }

  private static String key(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("?");
  }

  private String at(JsonLocation location) {
    return file + ": " + (location == null ? "" : "line " + location.getLineNr() + ": ");
  }

  private StartRefused refused(String what) {
    return new StartRefused(
        "A project description is wrong:\n  " + what, "Mend the file and start again.");
  }

  private ProjectSettings settings(Raw raw) {
    String folder = file.replaceAll(".*/([^/]+)/[^/]+$", "$1");
    String key = required("key", raw.key());
    check("key", KEBAB.matcher(key).matches(), "must be small letters, digits and hyphens");
    check("key", key.isEmpty() || key.equals(folder), "must be the folder's name, " + folder);
    ProjectSettings.Task task = choice("task", raw.task(), ProjectSettings.Task.class);
    List<Label> labels = labels(raw.labels(), task);
    var deidentification =
        choice("deidentification", raw.deidentification(), ProjectSettings.Deidentification.class);
    Optional<String> reason =
        Optional.ofNullable(raw.deidentificationReason()).filter(words -> !words.isBlank());
    check(
        "deidentificationReason",
        deidentification != ProjectSettings.Deidentification.NONE || reason.isPresent(),
        "must say why nothing is removed, since deidentification is none");
    return new ProjectSettings(
        key,
        required("name", raw.name()),
        required("description", raw.description()),
        task,
        deidentification,
        reason,
        labels,
        required("skill", raw.skill()),
        (int) number("annotatorsPerItem", raw.annotatorsPerItem(), 1, 20),
        number("goldShare", raw.goldShare(), 0, 0.5),
        number("medianSecondsPerItem", raw.medianSecondsPerItem(), 0.1, 86_400),
        (int) number("packageMinutes", raw.packageMinutes(), 1, 480),
        number("minimumSecondsPerItem", raw.minimumSecondsPerItem(), 0, 3_600),
        raw.names() == null ? List.of() : raw.names(),
        raw.leakLimit() == null
            ? ProjectSettings.DEFAULT_LEAK_LIMIT
            : number("leakLimit", raw.leakLimit(), 0.001, 0.5),
        required("licence", raw.licence()),
        required("creator", raw.creator()),
        required("contact", raw.contact()),
        spanRules(raw, task));
  }

  private Optional<SpanRules> spanRules(Raw raw, ProjectSettings.Task task) {
    if (task == ProjectSettings.Task.SPANS) {
      double goldF1 =
          raw.goldSpanF1() == null
              ? SpanRules.DEFAULT_GOLD_F1
              : number("goldSpanF1", raw.goldSpanF1(), 0.01, 1);
      return Optional.of(new SpanRules(Boolean.TRUE.equals(raw.overlappingSpans()), goldF1));
    }
    String only = "is only for a project whose task is spans";
    check("overlappingSpans", raw.overlappingSpans() == null, only);
    check("goldSpanF1", raw.goldSpanF1() == null, only);
    return Optional.empty();
  }

  private List<Label> labels(List<Label> raw, ProjectSettings.Task task) {
    List<Label> labels =
        Stream.ofNullable(raw)
            .flatMap(List::stream)
            .map(
                label ->
                    new Label(orEmpty(label.id()), orEmpty(label.name()), orEmpty(label.hint())))
            .toList();
    boolean spans = task == ProjectSettings.Task.SPANS;
    check(
        "labels",
        labels.size() >= (spans ? 1 : 2) && labels.size() <= 9,
        "must be " + (spans ? "one" : "two") + " to nine labels");
    Set<String> ids = new HashSet<>();
    for (Label label : labels) {
      check(
          "labels",
          KEBAB.matcher(label.id()).matches() && ids.add(label.id()),
          "have an id that is repeated or not in small letters, digits and hyphens: " + label.id());
      check("labels", !label.name().isBlank(), "have a label without a name: " + label.id());
    }
    return labels;
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }

  private String required(String key, String value) {
    check(key, value != null && !value.isBlank(), "is missing");
    return orEmpty(value);
  }

  private double number(String key, Number value, double lowest, double highest) {
    if (value == null) {
      check(key, false, "is missing");
      return lowest;
    }
    double number = value.doubleValue();
    check(key, number >= lowest && number <= highest, "must be from " + lowest + " to " + highest);
    return number;
  }

  private <E extends Enum<E>> E choice(String key, String value, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    List<String> known =
        Stream.of(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    check(key, false, (value == null ? "is missing" : "is not known") + "; choose of " + known);
    return type.getEnumConstants()[0];
  }

  private void check(String key, boolean right, String complaint) {
    if (!right) {
      faults.add(file + ": " + line(key) + "the key \"" + key + "\" " + complaint + ".");
    }
  }

  private String line(String key) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith(key + ":")) {
        return "line " + (i + 1) + ": ";
      }
    }
    return "";
  }

  /** The parser reports an unknown key only at the end of what holds it. */
  private String lineOfUnknown(String key) {
    Pattern place = Pattern.compile("(^|[\\s{,])" + Pattern.quote(key) + "\\s*:");
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (place.matcher(lines[i]).find() && !lines[i].stripLeading().startsWith("#")) {
        return "line " + (i + 1) + ": ";
      }
    }
    return "";
  }
}
