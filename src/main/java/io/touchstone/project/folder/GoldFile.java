package io.touchstone.project.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanFault;
import io.touchstone.answer.spans.SpanReader;
import io.touchstone.answer.spans.SpanReading;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.Labelling;
import io.touchstone.project.ProjectSettings.Task;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code gold.jsonl}: a known answer a line. */
public final class GoldFile {

  private static final List<String> TEXTS = List.of("id", "text", "label");
  private static final List<String> SPAN_TEXTS = List.of("id", "text");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final Task task;

  private GoldFile(String name, Task task) {
    this.name = name;
    this.task = task;
  }

  /**
   * The lines of a file; empty ones are passed over.
   *
   * @param name of the file, for sentences
   * @throws StartRefused with the line that is no known answer, without its text
   */
  public static List<GoldLine> parse(String name, Task task, String text) {
    GoldFile file = new GoldFile(name, task);
    List<GoldLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n")) {
      number++;
      if (!line.isBlank()) {
        lines.add(file.line(number, line));
      }
    }
    return lines;
  }

  /** The lines as a file, one known answer each. */
  public static String write(List<GoldLine> lines) {
    StringBuilder text = new StringBuilder();
    for (GoldLine line : lines) {
      ObjectNode node = JSON.createObjectNode().put("id", line.id()).put("text", line.text());
      if (line.answer() instanceof Labelling.SpanSet set) {
        set.spans().forEach(span -> node.withArray("spans").add(span(span)));
        node.withArray("spans");
      } else if (line.answer() instanceof Labelling.ClassLabel label) {
        node.put("label", label.id());
      }
      text.append(node).append('\n');
    }
    return text.toString();
  }

  private static ObjectNode span(Span span) {
    return JSON.createObjectNode()
        .put("start", span.start())
        .put("end", span.end())
        .put("label", span.label())
        .put("text", span.text());
  }

  private GoldLine line(int number, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      for (String key : task == Task.SPANS ? SPAN_TEXTS : TEXTS) {
        if (!node.path(key).isTextual()) {
          throw refused(number, "the key \"" + key + "\" is missing or no text");
        }
      }
      Labelling answer =
          task == Task.SPANS
              ? spans(number, node)
              : new Labelling.ClassLabel(node.get("label").asText());
      return new GoldLine(number, node.get("id").asText(), node.get("text").asText(), answer);
    } catch (JsonProcessingException e) {
      throw refused(number, "this is not JSON");
    }
  }

  private Labelling spans(int number, JsonNode node) {
    SpanReading reading = SpanReader.readOn(node.get("text").asText(), node.path("spans"));
    if (reading instanceof SpanReading.Malformed malformed) {
      SpanFault fault = malformed.fault();
      throw refused(number, fault.place() + ": " + fault.sentence().replace(".", ""));
    }
    return new Labelling.SpanSet(((SpanReading.Read) reading).spans());
  }

  private StartRefused refused(int line, String complaint) {
    return new StartRefused(
        "A gold item is wrong: " + name + ": line " + line + ": " + complaint + ".",
        "Mend the file and start again.");
  }
}
