package io.touchstone.assist;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.assist.SuggestionReader.Reading;
import io.touchstone.assist.SuggestionRepository.Ranked;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.ingestion.item.SuggestionSink;
import io.touchstone.project.Project;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what models suggest for items, apart from what people judge. */
@Service
class Suggestions implements SuggestionSink {

  private static final Logger log = LoggerFactory.getLogger(Suggestions.class);

  private final SuggestionRepository repository;
  private final Clock clock;

  Suggestions(SuggestionRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public Optional<String> fault(Project project, JsonNode suggestions, String text) {
    return new SuggestionReader(project).read(suggestions, SuggestedText.ofRaw(text))
            instanceof Reading.Refused refused
        ? Optional.of(refused.because())
        : Optional.empty();
  }

  @Override
  @Transactional
  public void store(String batchId, Project project, List<Carried> carried) {
    SuggestionReader reader = new SuggestionReader(project);
    List<Ranked> rows = new ArrayList<>();
    for (Carried row : carried) {
      SuggestedText text = new SuggestedText(row.text(), row.redacted(), row.offsets());
      if (reader.read(row.suggestions(), text) instanceof Reading.Taken taken) {
        rows.addAll(ranked(row.itemId(), taken.suggestions()));
      }
    }
    store(batchId, rows);
  }

  @Override
  @Transactional
  public void move(String itemId, String text, OffsetMap offsets) {
    for (SuggestionRepository.Placed placed : repository.placed(itemId)) {
      if (!placed.suggested().quoted().isEmpty()) {
        Answer.Carried moved = placed.suggested().carried(offsets.onto(text));
        repository.place(placed.id(), moved.answer(), moved.lost().size());
      }
    }
  }

  @Override
  public void forget(String batchId) {
    repository.forget(batchId);
  }

  /** Stores suggestions that were read. */
  void store(String batchId, List<Ranked> rows) {
    if (rows.isEmpty()) {
      return;
    }
    repository.insert(batchId, rows, clock.instant());
    log.info(
        "suggestions_stored batch={} suggestions={} spansDropped={}",
        batchId,
        rows.size(),
        droppedSpans(rows));
  }

  /** Spans that touched a mask and are left out. */
  static int droppedSpans(List<Ranked> rows) {
    return rows.stream().mapToInt(row -> row.suggestion().droppedSpans()).sum();
  }

  static List<Ranked> ranked(String itemId, List<Suggestion> suggestions) {
    List<Ranked> rows = new ArrayList<>();
    suggestions.forEach(each -> rows.add(new Ranked(itemId, rows.size() + 1, each)));
    return rows;
  }
}
