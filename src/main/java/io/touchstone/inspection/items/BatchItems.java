package io.touchstone.inspection.items;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.PseudonymKeys;
import io.touchstone.workforce.Pseudonyms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds items of a batch and opens one. Gold belongs to no batch and is never among them. */
@Service
public class BatchItems {

  private static final int PAGE = 50;
  private static final int FIRST_STRETCH = PAGE + 1;
  private static final int LONGEST_STRETCH = 6_400;
  private static final int STRETCH_GROWS = 5;

  /** Time after which what was found is answered, so that a page of a large batch never hangs. */
  private static final Duration PATIENCE = Duration.ofMillis(120);

  private final Batches batches;
  private final ItemListRepository list;
  private final ItemAnswerRepository answers;
  private final ItemObjects objects;
  private final PseudonymKeys pseudonyms;
  private final AuditTrail audit;
  private final Clock clock;

  BatchItems(
      Batches batches,
      ItemListRepository list,
      ItemAnswerRepository answers,
      ItemObjects objects,
      PseudonymKeys pseudonyms,
      AuditTrail audit,
      Clock clock) {
    this.batches = batches;
    this.list = list;
    this.answers = answers;
    this.objects = objects;
    this.pseudonyms = pseudonyms;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A page of rows.
   *
   * @param next cursor of where the search goes on; empty when it has reached the end
   * @param passed rows that the search has come past
   * @param rows of the batch
   */
  public record Page(List<ItemEntry> items, Optional<String> next, long passed, long rows) {}

  /**
   * The next rows that fit, fifty at most, or fewer where looking for them took long: then the
   * search goes on from {@code next}.
   */
  public Page rows(ItemFilter filter) {
    Instant until = clock.instant().plus(PATIENCE);
    List<ItemEntry> found = new ArrayList<>();
    ItemFilter at = filter;
    int stretch = FIRST_STRETCH;
    Optional<ItemFilter.Position> end;
    do {
      ItemListRepository.Stretch seen = list.look(at, stretch, PAGE + 1 - found.size());
      found.addAll(seen.found());
      end = seen.end();
      at = end.map(at::from).orElse(at);
      stretch = Math.min(LONGEST_STRETCH, stretch * STRETCH_GROWS);
    } while (found.size() <= PAGE && end.isPresent() && clock.instant().isBefore(until));
    boolean more = found.size() > PAGE;
    List<ItemEntry> shown = more ? List.copyOf(found.subList(0, PAGE)) : found;
    Optional<ItemFilter.Position> next = more ? Optional.of(shown.get(PAGE - 1).position()) : end;
    ItemListRepository.Progress progress =
        list.progress(filter.batchId(), next.orElse(new ItemFilter.Position(Integer.MAX_VALUE, 0)));
    return new Page(
        shown, next.map(ItemFilter.Position::cursor), progress.passed(), progress.rows());
  }

  /**
   * A row with what a reader may see of it.
   *
   * @param excerpt beginning of the de-identified text, or the part around what was looked for;
   *     empty for a row without an item
   * @param mediaType of the picture, recording or document that the item is, if it is one
   * @param answers of people, current ones only, in no order that tells who was first
   */
  public record Found(
      ItemEntry row, String excerpt, Optional<String> mediaType, List<ItemAnswer> answers) {}

  /** As {@link Page}, with texts and answers. */
  public record FoundPage(List<Found> items, Optional<String> next, long passed, long rows) {}

  /**
   * Finds items. That their texts were shown is recorded, what was looked for is not.
   *
   * @param named whether the reader may know who said what; else people have pseudonyms
   */
  @Transactional
  public FoundPage find(ItemFilter filter, boolean named, String readerId) {
    Batch batch = batches.require(filter.batchId());
    Page page = rows(withPerson(filter, batch, named));
    List<Found> found = found(batch, page.items(), filter.text(), named);
    if (!found.isEmpty()) {
      audit.record(readerId, "items_viewed", "batch:" + batch.id(), Map.of("items", found.size()));
    }
    return new FoundPage(found, page.next(), page.passed(), page.rows());
  }

  private List<Found> found(
      Batch batch, List<ItemEntry> rows, Optional<String> text, boolean named) {
    List<String> ids = rows.stream().flatMap(row -> row.itemId().stream()).toList();
    Map<String, ItemAnswerRepository.Excerpt> texts = answers.excerpts(ids, text);
    Map<String, List<ItemAnswer>> said = answers(batch, rows, ids, named);
    return rows.stream()
        .map(
            row -> {
              Optional<ItemAnswerRepository.Excerpt> excerpt = row.itemId().map(texts::get);
              return new Found(
                  row,
                  excerpt.map(ItemAnswerRepository.Excerpt::text).orElse(""),
                  excerpt.flatMap(ItemAnswerRepository.Excerpt::mediaType),
                  row.itemId().map(id -> said.getOrDefault(id, List.of())).orElse(List.of()));
            })
        .toList();
  }

  /** What a reviewer said is shown with the verdict: before, it would tell which item was drawn. */
  private Map<String, List<ItemAnswer>> answers(
      Batch batch, List<ItemEntry> rows, List<String> ids, boolean named) {
    UnaryOperator<String> name = named ? UnaryOperator.identity() : names(batch);
    Map<String, List<ItemAnswer>> said = new HashMap<>();
    List<String> settled =
        rows.stream()
            .filter(row -> row.method().isPresent())
            .flatMap(row -> row.itemId().stream())
            .toList();
    answers.of(batch.id(), ids, settled).stream()
        .map(answer -> answer.by(name.apply(answer.person())))
        .sorted(Comparator.comparing(ItemAnswer::role).thenComparing(ItemAnswer::person))
        .forEach(
            answer -> said.computeIfAbsent(answer.itemId(), id -> new ArrayList<>()).add(answer));
    return said;
  }

  private UnaryOperator<String> names(Batch batch) {
    Pseudonyms keyed = pseudonyms.of(batch.projectKey());
    Map<String, String> known = new HashMap<>();
    return id -> known.computeIfAbsent(id, keyed::of);
  }

  /** A pseudonym is anybody's to ask for, a user id only theirs who may know names. */
  private ItemFilter withPerson(ItemFilter filter, Batch batch, boolean named) {
    if (filter.person().isEmpty()) {
      return filter;
    }
    String asked = filter.person().get();
    UnaryOperator<String> name = names(batch);
    String id =
        answers.people(batch.id()).stream()
            .filter(person -> name.apply(person).equals(asked) || named && person.equals(asked))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        422,
                        "unknown-person",
                        "Nobody of that name has judged items of this batch. Take a pseudonym from"
                            + " its quality page."));
    return filter.of(id);
  }

  /**
   * One item, opened.
   *
   * @param text de-identified
   */
  public record Opened(Found item, String text) {}

  /** Opens an item; that it was read is recorded. Refuses with 404 what is not of the batch. */
  @Transactional
  public Opened open(String batchId, String itemId, boolean named, String readerId) {
    Batch batch = batches.require(batchId);
    ItemEntry row = require(batchId, itemId);
    audit.record(readerId, "item_text_viewed", "item:" + itemId, Map.of("batch", batchId));
    return new Opened(
        found(batch, List.of(row), Optional.empty(), named).get(0), answers.text(itemId));
  }

  /** The picture, recording or document that an item is; 404 where it is none. */
  public ItemObjects.Content object(String batchId, String itemId) {
    Batch batch = batches.require(batchId);
    require(batchId, itemId);
    return objects
        .open(batch.projectKey(), itemId)
        .orElseThrow(
            () -> new Refusal(404, "no-object", "The item is text alone; there is no file."));
  }

  private ItemEntry require(String batchId, String itemId) {
    return list.find(batchId, itemId)
        .orElseThrow(() -> new Refusal(404, "unknown-item", "The batch has no item with that id."));
  }
}
