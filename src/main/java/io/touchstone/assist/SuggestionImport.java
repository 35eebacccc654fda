package io.touchstone.assist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.assist.SuggestionReader.Reading;
import io.touchstone.assist.SuggestionRepository.Found;
import io.touchstone.assist.SuggestionRepository.Ranked;
import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Projects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes suggestions for items that are there already, all lines or none. */
@Service
class SuggestionImport {

  private static final int FAULTS_TOLD = 20;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final SuggestionRepository repository;
  private final Suggestions suggestions;
  private final Arms arms;
  private final Batches batches;
  private final Projects projects;
  private final AuditTrail audit;

  SuggestionImport(
      SuggestionRepository repository,
      Suggestions suggestions,
      Arms arms,
      Batches batches,
      Projects projects,
      AuditTrail audit) {
    this.repository = repository;
    this.suggestions = suggestions;
    this.arms = arms;
    this.batches = batches;
    this.projects = projects;
    this.audit = audit;
  }

  /** A line that is not taken. */
  record Fault(int line, String reason, String sentence) {

    static Fault at(int line, String reason, String rest) {
      return new Fault(line, reason, "Line " + line + ": " + rest);
    }
  }

  private record Line(int number, String item, JsonNode suggestions) {}

  private record Matched(Line line, Found item) {}

  /**
   * Adds suggestions to a batch that nobody labels yet.
   *
   * @param lines {@code {"item": the sender's id, "suggestions": [...]}}; blank ones are passed
   *     over
   * @return how many items got suggestions
   * @throws Refusal 409 once the batch has come to annotation, 422 with the faults if any line has
   *     one; then nothing is stored
   */
  @Transactional
  public int take(String batchId, String personId, List<String> lines) {
    batches.require(batchId);
    repository.lock(batchId);
    Batch batch = batches.require(batchId);
    mustBeBeforeAnnotation(batch);
    List<Fault> faults = new ArrayList<>();
    Map<String, Matched> byItem = itemsOf(batchId, read(lines, faults), faults);
    List<Ranked> rows = ranked(batch, byItem, faults);
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    suggestions.store(batchId, rows);
    arms.draw(batchId);
    audit.record(
        personId,
        "suggestions_received",
        "batch:" + batchId,
        Map.of(
            "items", byItem.size(),
            "suggestions", rows.size(),
            "spansDropped", Suggestions.droppedSpans(rows)));
    return byItem.size();
  }

  private static void mustBeBeforeAnnotation(Batch batch) {
    boolean ended = batch.state() == Batch.State.DONE || batch.state() == Batch.State.STOPPED;
    if (ended || batch.stage().ordinal() >= Stage.ANNOTATION.ordinal()) {
      throw new Refusal(
          409,
          "annotation-begun",
          "The batch has come to annotation, and who is shown what is drawn before. Send"
              + " suggestions with the rows of the next batch.");
    }
  }

  private List<Line> read(List<String> lines, List<Fault> faults) {
    List<Line> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        JsonNode node = json.readTree(lines.get(i));
        if (node.isObject()
            && node.size() == 2
            && node.path("item").isTextual()
            && node.has("suggestions")) {
          read.add(new Line(number, node.get("item").textValue(), node.get("suggestions")));
        } else {
          faults.add(
              Fault.at(
                  number,
                  "INVALID_LINE",
                  "the line must be an object with the fields \"item\", a string, and"
                      + " \"suggestions\", a list, and no other."));
        }
      } catch (JsonProcessingException e) {
        faults.add(
            Fault.at(
                number,
                "INVALID_JSON",
                "the line is not valid JSON, or has a field twice. Write one complete object per"
                    + " line."));
      }
    }
    return read;
  }

  private Map<String, Matched> itemsOf(String batchId, List<Line> lines, List<Fault> faults) {
    Set<String> names = new HashSet<>();
    lines.forEach(line -> names.add(line.item()));
    Map<String, List<Found>> items = repository.itemsByExternalId(batchId, names);
    Set<String> taken = repository.itemsWithSuggestion(batchId);
    Map<String, Matched> byItem = new LinkedHashMap<>();
    for (Line line : lines) {
      List<Found> found = items.getOrDefault(line.item(), List.of());
      if (found.size() != 1) {
        faults.add(
            Fault.at(
                line.number(),
                "UNKNOWN_ITEM",
                found.isEmpty()
                    ? "the batch has no item of that id."
                    : "the batch has several items of that id."));
      } else if (taken.contains(found.get(0).itemId())
          || byItem.containsKey(found.get(0).itemId())) {
        faults.add(
            Fault.at(
                line.number(),
                "SUGGESTED_ALREADY",
                "the item has suggestions already. Leave the line out."));
      } else {
        byItem.put(found.get(0).itemId(), new Matched(line, found.get(0)));
      }
    }
    return byItem;
  }

  private List<Ranked> ranked(Batch batch, Map<String, Matched> byItem, List<Fault> faults) {
    SuggestionReader reader = new SuggestionReader(projects.of(batch.pins()));
    List<Ranked> rows = new ArrayList<>();
    byItem.forEach(
        (item, matched) -> {
          Line line = matched.line();
          SuggestedText text =
              SuggestedText.ofRedacted(matched.item().text(), matched.item().offsets());
          Reading reading = reader.read(line.suggestions(), text);
          if (reading instanceof Reading.Refused refused) {
            faults.add(Fault.at(line.number(), "INVALID_SUGGESTION", refused.because()));
          } else if (reading instanceof Reading.Taken taken) {
            rows.addAll(Suggestions.ranked(item, taken.suggestions()));
          }
        });
    return rows;
  }

  private static Refusal refused(List<Fault> faults) {
    List<Fault> told =
        faults.stream().sorted(Comparator.comparingInt(Fault::line)).limit(FAULTS_TOLD).toList();
    return new Refusal(
        422,
        "bad-suggestions",
        (faults.size() == 1 ? "1 line is wrong" : faults.size() + " lines are wrong")
            + ", so nothing was taken. "
            + told.get(0).sentence()
            + " Mend the lines and send the file again.",
        Map.of("faults", told));
  }
}
