package io.touchstone.assist;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.platform.database.Json;
import io.touchstone.project.Labelling;
import io.touchstone.project.LabellingColumns;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a labelling stands in one column, as the function {@code touchstone.answer} writes it. */
@Component
class AnswerColumn {

  private final Json json;
  private final LabellingColumns columns;

  AnswerColumn(Json json, LabellingColumns columns) {
    this.json = json;
    this.columns = columns;
  }

  String write(Labelling labelling) {
    return labelling instanceof Labelling.ClassLabel label
        ? json.write(Map.of("label", label.id()))
        : json.write(Map.of("spans", ((Labelling.SpanSet) labelling).spans()));
  }

  Labelling read(String stored) {
    JsonNode node = json.read(stored, JsonNode.class);
    return node.has("label")
        ? new Labelling.ClassLabel(node.get("label").textValue())
        : new Labelling.SpanSet(columns.spans(node.get("spans").toString()).orElseThrow());
  }
}
