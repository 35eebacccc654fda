package io.touchstone.project.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between two forms of a project, for people. */
final class Difference {

  private Difference() {}

  /**
   * One change.
   *
   * @param where a key of project.yaml, or a file
   * @param before what it said; empty for what is new
   * @param after what it says; empty for what is gone
   */
  record Change(String where, String before, String after) {}

  /** All changes, in the order of the form. */
  static List<Change> between(DraftContent before, DraftContent after) {
    List<Change> changes = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    after.project().fieldNames().forEachRemaining(keys::add);
    before.project().fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      JsonNode old = before.project().path(key);
      JsonNode now = after.project().path(key);
      if (key.equals("labels")) {
        lines(changes, key, labels(old), labels(now));
      } else if (!text(old).equals(text(now))) {
        changes.add(new Change(key, text(old), text(now)));
      }
    }
    lines(changes, "deny.txt", plain(before.deny()), plain(after.deny()));
    lines(changes, "allow.txt", plain(before.allow()), plain(after.allow()));
    lines(changes, "gold.jsonl", plain(before.gold()), plain(after.gold()));
    lines(changes, "guideline.md", plain(before.guideline()), plain(after.guideline()));
    return changes;
  }

  /** A change for each line that came, went or says something else under its id. */
  private static void lines(
      List<Change> changes, String where, Map<String, String> before, Map<String, String> after) {
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      String old = before.getOrDefault(id, "");
      String now = after.getOrDefault(id, "");
      if (!old.equals(now)) {
        changes.add(new Change(where, old, now));
      }
    }
  }

  private static Map<String, String> labels(JsonNode labels) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (JsonNode label : labels) {
      String hint = label.path("hint").asText();
      lines.put(
          label.path("id").asText(),
          label.path("name").asText()
              + " ("
              + label.path("id").asText()
              + ")"
              + (hint.isEmpty() ? "" : ": " + hint)
              + (label.path("highRisk").asBoolean() ? ", high risk" : "")
              + (label.has("colour") ? ", " + label.get("colour").asText() : "")
              + (label.has("key") ? ", key " + label.get("key").asText() : ""));
    }
    return lines;
  }

  private static Map<String, String> plain(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    text.lines().filter(line -> !line.isBlank()).forEach(line -> lines.put(line, line));
    return lines;
  }

  /** 20 and 20.0 are the same to people. */
  private static String text(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isMissingNode() || value.isNull()
        ? ""
        : value.isTextual() ? value.asText() : value.toString();
  }
}
