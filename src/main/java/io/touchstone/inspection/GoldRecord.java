package io.touchstone.inspection;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.project.ProjectSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A gold item that a person got within a batch.
 *
 * @param given what the person said, places without their text
 * @param known the gold answer, likewise
 * @param right whether it counts as the gold answer, by the measure of the project
 */
record GoldRecord(
    String itemId,
    String person,
    @JsonIgnore Answer given,
    @JsonIgnore Answer known,
    boolean right,
    Instant at) {

  @JsonAnyGetter
  Map<String, JsonNode> members() {
    Map<String, JsonNode> members = ProjectSettings.Task.places(Optional.of(given));
    ProjectSettings.Task.places(Optional.of(known))
        .forEach((member, value) -> members.put(gold(member), value));
    return members;
  }

  /** The answer of gold, each member under a name of its own. */
  static Map<String, JsonNode> gold(Optional<Answer> known) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    ProjectSettings.Task.places(known)
        .forEach(
            (member, value) -> members.put(member.equals("label") ? "gold" : gold(member), value));
    return members;
  }

  private static String gold(String member) {
    return "gold" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }
}
