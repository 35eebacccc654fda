package io.touchstone.inspection;

import io.touchstone.inspection.items.BatchItems;
import io.touchstone.inspection.items.ItemEntry;
import io.touchstone.inspection.items.ItemFilter;
import io.touchstone.platform.engine.process.ProcessHistory;
import io.touchstone.platform.engine.process.ProcessSet;
import io.touchstone.platform.engine.process.ProcessSets;
import io.touchstone.platform.engine.process.ProcessVersion;
import io.touchstone.platform.engine.process.WalkedProcess;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a batch, when, by whom, under which version of which process. */
@Api
class BatchRecordController {

  private static final int PACKAGES = 1_000;
  private static final int GOLD = 1_000;

  private final BatchListRepository batches;
  private final BatchRecordRepository records;
  private final BatchItems items;
  private final ProcessHistory history;
  private final ProcessSets sets;

  BatchRecordController(
      BatchListRepository batches,
      BatchRecordRepository records,
      BatchItems items,
      ProcessHistory history,
      ProcessSets sets) {
    this.sets = sets;
    this.batches = batches;
    this.records = records;
    this.items = items;
    this.history = history;
  }

  /**
   * The record of a batch.
   *
   * @param process empty if the engine has no trace of the batch any more
   * @param processSet what was deployed with it; empty with it
   */
  record BatchRecord(
      BatchEntry batch,
      Optional<ProcessVersion> process,
      Optional<ProcessSet> processSet,
      RulesRecord guideline,
      RulesRecord labelSchema,
      List<GateRecord> gates,
      List<VersionRecord> versions) {}

  @GetMapping("/audit/batches/{id}")
  BatchRecord batch(@PathVariable String id, Caller caller) {
    Auditor.require(caller);
    return new BatchRecord(
        entry(id),
        history.pipelineVersion(id),
        sets.ofBatch(id),
        records.guideline(id),
        records.schema(id),
        records.gates(id),
        records.versions(id));
  }

  /** The runs of the pipeline and of the processes it called. */
  record Path(List<WalkedProcess> runs) {}

  @GetMapping("/audit/batches/{id}/path")
  Path path(@PathVariable String id, Caller caller) {
    Auditor.require(caller);
    entry(id);
    return new Path(history.path(id));
  }

  /**
   * Who worked on the batch.
   *
   * @param packages the first thousand
   */
  record Packages(List<PackageRecord> packages, boolean more) {}

  @GetMapping("/audit/batches/{id}/packages")
  Packages packages(@PathVariable String id, Caller caller) {
    Auditor.require(caller);
    entry(id);
    List<PackageRecord> found = records.packages(id, PACKAGES + 1);
    return new Packages(
        found.subList(0, Math.min(found.size(), PACKAGES)), found.size() > PACKAGES);
  }

  /** Who got which gold item; the first thousand. */
  record Gold(List<GoldRecord> gold, boolean more) {}

  /** While a batch runs, nobody learns from here what is gold. */
  @GetMapping("/audit/batches/{id}/gold")
  Gold gold(@PathVariable String id, Caller caller) {
    Auditor.require(caller);
    if (!entry(id).closed()) {
      throw new Refusal(
          409, "batch-open", "Gold items are shown when the batch has ended, not before.");
    }
    List<GoldRecord> found = records.gold(id, GOLD + 1);
    return new Gold(found.subList(0, Math.min(found.size(), GOLD)), found.size() > GOLD);
  }

  /**
   * Rows of the batch in the order in which they were received.
   *
   * @param next cursor of the page after, if there is one; a page that found little has one too
   */
  record Items(List<ItemEntry> items, Optional<String> next) {}

  /**
   * A page of rows.
   *
   * @param text an item id or its beginning, or a row number
   * @param status ok, rejected, duplicate or quarantined
   * @param method majority or adjudication
   */
  @GetMapping("/audit/batches/{id}/items")
  Items items(
      @PathVariable String id,
      @RequestParam Optional<String> text,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> method,
      @RequestParam Optional<String> label,
      @RequestParam Optional<String> after,
      Caller caller) {
    Auditor.require(caller);
    entry(id);
    BatchItems.Page page =
        items.rows(
            ItemFilter.ofRows(id, text, status, method, label, after.map(ItemFilter.Position::of)));
    return new Items(page.items(), page.next());
  }

  private BatchEntry entry(String id) {
    return batches
        .find(id)
        .orElseThrow(
            () -> new Refusal(404, "unknown-batch", "There is no batch with that number."));
  }
}
