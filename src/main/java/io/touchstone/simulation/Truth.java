package io.touchstone.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.ItemText;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanReader;
import io.touchstone.answer.spans.SpanReading;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.platform.crypto.Hmac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * What is true of each item, by the id that its row carried; known to simulated people only.
 *
 * @param labels label id by external item id
 * @param spans by external item id, places of the raw text
 * @param ambiguity what a guideline leaves open, until a later version says it
 */
public record Truth(
    Map<String, String> labels, Map<String, List<Span>> spans, Optional<Ambiguity> ambiguity) {

  /**
   * A class that a guideline does not tell from another.
   *
   * @param label the class
   * @param mistakenFor what half of the people take it for
   * @param clearFrom the guideline version that tells the two apart
   */
  public record Ambiguity(String label, String mistakenFor, int clearFrom) {}

  public Truth {
    labels = Map.copyOf(labels);
    spans = Map.copyOf(spans);
  }

  /** The truth about classes. */
  public Truth(Map<String, String> labels) {
    this(labels, Map.of(), Optional.empty());
  }

  /** The same truth under a guideline that leaves something open. */
  public Truth leavingOpen(Ambiguity open) {
    return new Truth(labels, spans, Optional.of(open));
  }

  /**
   * What somebody takes an item of this class for who has read the guideline: each person tosses a
   * coin of their own where it leaves the class open.
   */
  String asRead(String personId, String itemKey, String label, int guidelineVersion, Hmac seed) {
    return ambiguity
        .filter(open -> open.label().equals(label) && guidelineVersion < open.clearFrom())
        .filter(open -> seed.draw("ambiguous", personId, itemKey) < 0.5)
        .map(Ambiguity::mistakenFor)
        .orElse(label);
  }

  /**
   * Reads lines of {@code {"id": ..., "label": ...}}, or of {@code {"id": ..., "spans": [{"start":
   * ..., "end": ..., "label": ...}]}} on the raw text.
   */
  public static Truth read(Resource... files) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, String> labels = new HashMap<>();
    Map<String, List<Span>> spans = new HashMap<>();
    for (Resource file : files) {
      for (String line : file.getContentAsString(StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank()) {
          JsonNode node = json.readTree(line);
          if (node.has("spans")) {
            spans.put(node.get("id").asText(), spans(node));
          } else {
            labels.put(node.get("id").asText(), node.get("label").asText());
          }
        }
      }
    }
    return new Truth(labels, spans, Optional.empty());
  }

  private static List<Span> spans(JsonNode line) {
    if (SpanReader.readOn("", line.get("spans")) instanceof SpanReading.Read read) {
      return read.spans();
    }
    throw new IllegalArgumentException(
        "The true spans of item " + line.get("id").asText() + " are no spans.");
  }

  /**
   * The true class of an item; one that nobody has told is imagined, the same by everybody, so that
   * a simulated team can work on any batch.
   */
  String of(String itemKey, List<String> choices, Hmac seed) {
    String known = labels.get(itemKey);
    return known != null
        ? known
        : choices.get((int) (seed.draw("imagined", itemKey) * choices.size()));
  }

  /**
   * The true spans of an item on the text as people see it, in order; those that were masked in
   * part are gone. An item that nobody has told of has none.
   */
  List<Span> spansOf(String itemKey, OffsetMap offsets, String text) {
    ItemText seen = new ItemText(text);
    return spans.getOrDefault(itemKey, List.of()).stream()
        .map(raw -> offsets.toRedacted(raw, seen))
        .flatMap(Optional::stream)
        .sorted(Span.ORDER)
        .toList();
  }
}
