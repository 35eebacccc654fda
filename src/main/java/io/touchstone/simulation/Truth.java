package io.touchstone.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.platform.crypto.Hmac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;

/**
 * The true class of each item, by the id that its row carried; known to simulated people only.
 *
 * @param labels label id by external item id
 */
public record Truth(Map<String, String> labels) {

  public Truth {
    labels = Map.copyOf(labels);
  }

  /** Reads lines of {@code {"id": ..., "label": ...}}. */
  public static Truth read(Resource... files) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, String> labels = new HashMap<>();
    for (Resource file : files) {
      for (String line : file.getContentAsString(StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank()) {
          JsonNode node = json.readTree(line);
          labels.put(node.get("id").asText(), node.get("label").asText());
        }
      }
    }
    return new Truth(labels);
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
}
