package io.touchstone.inspection.items;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.project.ProjectSettings;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says of an item now.
 *
 * @param person user id or pseudonym
 * @param role annotator or adjudicator
 * @param answer places in code points of the de-identified text, without what stands there
 */
public record ItemAnswer(String itemId, String person, String role, @JsonIgnore Answer answer) {

  @JsonAnyGetter
  Map<String, JsonNode> members() {
    return ProjectSettings.Task.places(Optional.of(answer));
  }

  ItemAnswer by(String name) {
    return new ItemAnswer(itemId, name, role, answer);
  }
}
