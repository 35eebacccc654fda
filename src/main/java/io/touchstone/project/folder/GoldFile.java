package io.touchstone.project.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.ProjectSettings.Task;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code gold.jsonl}: a known answer a line. */
public final class GoldFile {

  private static final List<String> TEXTS = List.of("id", "text");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final AnswerKind kind;

  private GoldFile(String name, AnswerKind kind) {
    this.name = name;
    this.kind = kind;
  }

  /**
   * The lines of a file; empty ones are passed over.
   *
   * @param name of the file, for sentences
   * @throws StartRefused with the line that is no known answer, without its text
   */
  public static List<GoldLine> parse(String name, Task task, String text) {
    GoldFile file = new GoldFile(name, task.kind());
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
      node.set(line.answer().kind().member(), line.answer().json());
      text.append(node).append('\n');
    }
    return text.toString();
  }

  private GoldLine line(int number, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      for (String key : TEXTS) {
        if (!node.path(key).isTextual()) {
          throw refused(number, "the key \"" + key + "\" is missing or no text");
        }
      }
      return new GoldLine(
          number, node.get("id").asText(), node.get("text").asText(), answer(number, node));
    } catch (JsonProcessingException e) {
      throw refused(number, "this is not JSON");
    }
  }

  private Answer answer(int number, JsonNode node) {
    AnswerReading reading = kind.readOn(node.get("text").asText(), node.path(kind.member()));
    if (reading instanceof AnswerReading.Refused refused) {
      throw refused(number, refused.fault().placed());
    }
    return ((AnswerReading.Read) reading).answer();
  }

  private StartRefused refused(int line, String complaint) {
    return new StartRefused(
        "A gold item is wrong: " + name + ": line " + line + ": " + complaint + ".",
        "Mend the file and start again.");
  }
}
