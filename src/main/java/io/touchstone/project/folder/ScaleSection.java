package io.touchstone.project.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code scale} of a project description, and makes the labels that stand for its points. */
record ScaleSection(Complaints yaml, String whose) {

  private static final String KEY = "scale";
  private static final Set<String> KEYS = Set.of("from", "to", "low", "high", "goldDistance");
  private static final String POINT_COLOUR = "blue";

  /** The rules; present exactly where the task is a scale. */
  Optional<ScaleRules> read(JsonNode raw, ProjectSettings.Task task) {
    boolean there = raw != null && !raw.isNull();
    if (task != ProjectSettings.Task.SCALE) {
      yaml.check(KEY, !there, "is only for " + whose + " scale");
      return Optional.empty();
    }
    yaml.check(
        KEY,
        there && raw.isObject(),
        "must say which points there are: scale: {from: 1, to: 5, low: \"not at all\", high: \"very"
            + " much\"}");
    if (!there || !raw.isObject()) {
      return Optional.of(new ScaleRules(1, ScaleRules.FEWEST, "", "", 0));
    }
    raw.fieldNames()
        .forEachRemaining(
            key -> yaml.check(key, KEYS.contains(key), "is not known here; choose of " + KEYS));
    int from = whole(raw, "from", 1);
    int to = whole(raw, "to", from + ScaleRules.FEWEST - 1);
    int points = to - from + 1;
    yaml.check("from", from >= 0, "must be 0 or more");
    yaml.check(
        "to",
        points >= ScaleRules.FEWEST && points <= ScaleRules.MOST,
        "makes a scale of %d points; %d to %d are possible"
            .formatted(Math.max(0, points), ScaleRules.FEWEST, ScaleRules.MOST));
    int distance = whole(raw, "goldDistance", 0);
    yaml.check(
        "goldDistance",
        distance >= 0 && distance < Math.max(1, points - 1),
        "must be 0 or more, and less than the length of the scale");
    boolean fits = from >= 0 && points >= ScaleRules.FEWEST && points <= ScaleRules.MOST;
    return Optional.of(
        new ScaleRules(
            fits ? from : 1,
            fits ? to : ScaleRules.FEWEST,
            raw.path("low").asText(""),
            raw.path("high").asText(""),
            distance));
  }

  private int whole(JsonNode raw, String key, int absent) {
    if (!raw.hasNonNull(key)) {
      yaml.check(
          key, !key.equals("from") && !key.equals("to"), "is missing; a scale begins and ends");
      return absent;
    }
    boolean number = raw.get(key).isIntegralNumber() && raw.get(key).canConvertToInt();
    yaml.check(key, number, "must be a whole number");
    return number ? raw.get(key).intValue() : absent;
  }

  /** The points as labels, each given by its own digit, ten by 0 where that is no point itself. */
  static List<Label> labels(ScaleRules rules) {
    return rules.points().stream()
        .map(
            point ->
                new Label(
                    String.valueOf(point),
                    rules.name(point),
                    "",
                    false,
                    Optional.of(POINT_COLOUR),
                    key(rules, point)))
        .toList();
  }

  private static Optional<String> key(ScaleRules rules, int point) {
    if (point <= 9) {
      return Optional.of(String.valueOf(point));
    }
    return point == 10 && rules.from() > 0 ? Optional.of("0") : Optional.empty();
  }
}
