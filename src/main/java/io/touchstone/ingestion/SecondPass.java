package io.touchstone.ingestion;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.FoundStrings.Sought;
import io.touchstone.ingestion.SecondPassRepository.Progress;
import io.touchstone.ingestion.SecondPassRepository.Stored;
import io.touchstone.pipeline.BatchKeys;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches what was found in one text of a batch in all of its texts and senders' ids: a name that
 * only its context gave away in one place stands elsewhere without that context.
 */
@Service
class SecondPass {

  private static final Logger log = LoggerFactory.getLogger(SecondPass.class);
  private static final int CHUNK_ITEMS = 2_000;
  private static final long CHUNK_BYTES = 4L << 20;

  private final SecondPassRepository repository;
  private final CorrectionRepository items;
  private final DeidentificationPolicies policies;
  private final SuggestionSink suggestions;
  private final BatchKeys keys;
  private final AuditTrail audit;

  SecondPass(
      SecondPassRepository repository,
      CorrectionRepository items,
      DeidentificationPolicies policies,
      SuggestionSink suggestions,
      BatchKeys keys,
      AuditTrail audit) {
    this.repository = repository;
    this.items = items;
    this.policies = policies;
    this.suggestions = suggestions;
    this.keys = keys;
    this.audit = audit;
  }

  /**
   * Searches the next chunk: at most 2,000 items or about 4 MiB, in one transaction. A repetition
   * after a rollback does the same again, one at the end does nothing.
   *
   * @return whether there is more to search
   */
  @Transactional
  public boolean maskChunk(String batchId) {
    Progress before = repository.lock(batchId);
    if (before.finished()) {
      return false;
    }
    List<Integer> lengths = repository.lengths(batchId);
    List<Stored> page =
        lengths.isEmpty()
            ? List.of()
            : repository.after(batchId, before.afterItem(), CHUNK_ITEMS, CHUNK_BYTES);
    Progress after = search(batchId, page, lengths, before);
    repository.advance(batchId, after);
    if (after.finished()) {
      record(batchId, after);
    }
    return !after.finished();
  }

  private Progress search(
      String batchId, List<Stored> page, List<Integer> lengths, Progress before) {
    if (page.isEmpty()) {
      return new Progress(before.afterItem(), before.items(), before.masks(), true);
    }
    FoundStrings strings =
        new FoundStrings(BatchSecrets.foundStringKey(keys.of(batchId)), policies.tags());
    Set<Long> possible = new HashSet<>();
    for (Stored each : page) {
      strings.digests(each.item().text(), lengths, possible);
      each.externalId().ifPresent(id -> strings.digests(id, lengths, possible));
    }
    Map<Long, Sought> found = repository.known(batchId, possible);
    int changed = before.items();
    int masks = before.masks();
    for (Stored each : page) {
      int added = found.isEmpty() ? 0 : mask(each, strings, found);
      changed += added > 0 ? 1 : 0;
      masks += added;
    }
    String last = page.get(page.size() - 1).item().itemId();
    return new Progress(last, changed, masks, !repository.anyAfter(batchId, last));
  }

  private int mask(Stored stored, FoundStrings strings, Map<Long, Sought> found) {
    stored.externalId().ifPresent(id -> rename(stored.item().itemId(), id, strings, found));
    List<MissedSpan> spans =
        strings.within(stored.item().text(), found).stream()
            .filter(span -> !touchesMask(stored.item().offsets(), span))
            .toList();
    if (spans.isEmpty()) {
      return 0;
    }
    CorrectionRepository.Text masked = Corrections.masked(stored.item(), spans);
    Map<String, Integer> added = new HashMap<>();
    spans.forEach(span -> added.merge(span.type().id(), 1, Integer::sum));
    items.replace(masked, added, CorrectionRepository.Cause.FOUND_AGAIN);
    suggestions.move(
        stored.item().itemId(), masked.text(), Corrections.moves(stored.item(), spans));
    return spans.size();
  }

  /** What stands in the place of a mask may look like a name that was found: a surrogate. */
  private static boolean touchesMask(OffsetMap offsets, MissedSpan span) {
    return offsets.masks().stream()
        .anyMatch(m -> span.start() < m.redactedEnd() && span.end() > m.redactedStart());
  }

  private void rename(
      String itemId, String externalId, FoundStrings strings, Map<Long, Sought> found) {
    List<MissedSpan> spans = strings.within(externalId, found);
    if (!spans.isEmpty()) {
      CorrectionRepository.Text id =
          new CorrectionRepository.Text(itemId, externalId, new OffsetMap(List.of()));
      repository.rename(itemId, Corrections.masked(id, spans).text());
    }
  }

  private void record(String batchId, Progress progress) {
    audit.record(
        AuditTrail.SYSTEM,
        "found_strings_masked",
        "batch:" + batchId,
        Map.of("items", progress.items(), "masks", progress.masks()));
    log.info(
        "found_strings_masked batch={} items={} masks={}",
        batchId,
        progress.items(),
        progress.masks());
  }
}
