package io.touchstone.inspection.items;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.project.ProjectSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a batch and what became of it.
 *
 * @param source position of the source object in the batch, from 1
 * @param settled what the verdict says, places without their text
 * @param judgements made so far by annotators, corrections not counted
 * @param labels how many different answers they are
 * @param masks how many of each kind de-identification put
 * @param routes codes of the routing rules that fired, pass by pass
 */
public record ItemEntry(
    int source,
    long row,
    String status,
    Optional<String> reason,
    Optional<String> itemId,
    @JsonIgnore Optional<Answer> settled,
    Optional<String> method,
    Optional<String> routingRule,
    long judgements,
    long labels,
    Map<String, Integer> masks,
    List<String> routes) {

  @JsonAnyGetter
  Map<String, JsonNode> members() {
    return ProjectSettings.Task.places(settled);
  }

  ItemFilter.Position position() {
    return new ItemFilter.Position(source, row);
  }
}
