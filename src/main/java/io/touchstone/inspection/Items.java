package io.touchstone.inspection;

import io.touchstone.answer.Answer;
import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.engine.process.ProcessHistory;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The whole record of an item, put together from every stage. */
@Service
class Items {

  private static final String ROUTING = "adjudication-routing";

  private final ItemRepository items;
  private final BatchListRepository batches;
  private final BatchRecordRepository records;
  private final ProcessHistory history;
  private final AuditTrail audit;

  Items(
      ItemRepository items,
      BatchListRepository batches,
      BatchRecordRepository records,
      ProcessHistory history,
      AuditTrail audit) {
    this.items = items;
    this.batches = batches;
    this.records = records;
    this.history = history;
    this.audit = audit;
  }

  /** The record, or a refusal with 404: gold is unknown until a batch in which it was has ended. */
  ItemRecord record(String itemId) {
    ItemRepository.Item item = require(itemId);
    Optional<String> batchId = item.batchId();
    Optional<Answer> gold = batchId.isPresent() ? Optional.empty() : items.gold(itemId);
    return new ItemRecord(
        item.id(),
        item.project(),
        item.contentHash(),
        item.createdAt(),
        batchId.flatMap(batches::find),
        items.manifest(itemId),
        gold,
        items.judgements(itemId, batchId.isEmpty()),
        items.routes(itemId),
        items.audits(itemId),
        items.verdicts(itemId),
        items.versions(itemId),
        items.labels(item.project()),
        batchId.map(records::guideline),
        batchId.map(records::schema),
        batchId.flatMap(history::pipelineVersion),
        batchId.flatMap(batch -> history.tableOf(batch, ROUTING)),
        batchId.map(records::gates).orElse(List.of()));
  }

  /** The de-identified text; that it was read is itself recorded. */
  @Transactional
  public String text(String itemId, String readerId) {
    ItemRepository.Item item = require(itemId);
    audit.record(
        readerId,
        "item_text_viewed",
        "item:" + itemId,
        item.batchId().<Map<String, ?>>map(batch -> Map.of("batch", batch)).orElse(Map.of()));
    return items.text(itemId);
  }

  /** Whether {@link #record} would find it. */
  boolean knows(String itemId) {
    return find(itemId).isPresent();
  }

  private Optional<ItemRepository.Item> find(String itemId) {
    return items
        .find(itemId)
        .filter(item -> item.batchId().isPresent() || !items.judgements(itemId, true).isEmpty());
  }

  private ItemRepository.Item require(String itemId) {
    return find(itemId)
        .orElseThrow(() -> new Refusal(404, "unknown-item", "There is no item with that id."));
  }
}
