package io.touchstone.assist;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.platform.database.Json;
import io.touchstone.project.ProjectSettings;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How an answer stands in one column, as the function {@code touchstone.answer} writes it. */
@Component
class AnswerColumn {

  private final Json json;

  AnswerColumn(Json json) {
    this.json = json;
  }

  String write(Answer answer) {
    return json.write(Map.of(answer.kind().member(), answer.json()));
  }

  Answer read(String stored) {
    JsonNode node = json.read(stored, JsonNode.class);
    AnswerKind kind = ProjectSettings.Task.in(node).orElseThrow();
    if (kind.read(node.get(kind.member())) instanceof AnswerReading.Read read) {
      return read.answer();
    }
    throw new IllegalStateException("A stored answer of the kind " + kind.id() + " is none.");
  }
}
