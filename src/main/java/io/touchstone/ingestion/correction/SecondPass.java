package io.touchstone.ingestion.correction;

import io.touchstone.audit.AuditTrail;
import io.touchstone.deidentification.FoundStrings;
import io.touchstone.deidentification.FoundStrings.Again;
import io.touchstone.deidentification.FoundStrings.Sought;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.ingestion.correction.Replacements.Replaced;
import io.touchstone.ingestion.item.BatchSecrets;
import io.touchstone.ingestion.item.CorrectionRepository;
import io.touchstone.ingestion.item.Processors;
import io.touchstone.ingestion.item.SecondPassRepository;
import io.touchstone.ingestion.item.SecondPassRepository.Progress;
import io.touchstone.ingestion.item.SecondPassRepository.Stored;
import io.touchstone.ingestion.item.SuggestionSink;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.pipeline.BatchKeys;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches what was found in one place of a batch in all of its texts, documents and senders' ids:
 * a name that only its context gave away in one place stands elsewhere without that context.
 */
@Service
public class SecondPass {

  private static final Logger log = LoggerFactory.getLogger(SecondPass.class);
  private static final int CHUNK_ITEMS = 2_000;
  private static final long CHUNK_BYTES = 4L << 20;

  private final SecondPassRepository repository;
  private final CorrectionRepository items;
  private final DeidentificationPolicies policies;
  private final Replacements replacements;
  private final ObjectCorrections objectCorrections;
  private final SuggestionSink suggestions;
  private final BatchKeys keys;
  private final Processors processors;
  private final AuditTrail audit;

  SecondPass(
      SecondPassRepository repository,
      CorrectionRepository items,
      DeidentificationPolicies policies,
      Replacements replacements,
      ObjectCorrections objectCorrections,
      SuggestionSink suggestions,
      BatchKeys keys,
      Processors processors,
      AuditTrail audit) {
    this.repository = repository;
    this.items = items;
    this.policies = policies;
    this.replacements = replacements;
    this.objectCorrections = objectCorrections;
    this.suggestions = suggestions;
    this.keys = keys;
    this.processors = processors;
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
    List<Stored> page =
        before.lengths().isEmpty()
            ? List.of()
            : repository.after(batchId, before.afterContent(), CHUNK_ITEMS, CHUNK_BYTES);
    Progress after = search(batchId, page, before);
    repository.advance(batchId, after);
    log.info(
        "found_strings_searched batch={} items={} masks={}",
        batchId,
        page.size(),
        after.masks() - before.masks());
    if (after.finished()) {
      record(batchId, after);
    }
    return !after.finished();
  }

  private Progress search(String batchId, List<Stored> page, Progress before) {
    if (page.isEmpty()) {
      return before.end();
    }
    FoundStrings strings =
        new FoundStrings(BatchSecrets.foundStringKey(keys.of(batchId)), policies.tags());
    List<long[]> possible =
        processors.each(page, stored -> digests(strings, stored, before.lengths()));
    Map<Long, Sought> found = repository.known(batchId, distinct(possible));
    List<Hit> hits =
        found.isEmpty()
            ? List.of()
            : processors.each(page, stored -> hit(strings, stored, found)).stream()
                .filter(Hit::any)
                .toList();
    int masks = mask(batchId, hits);
    int items = (int) hits.stream().filter(Hit::inItem).count();
    String last = page.get(page.size() - 1).contentHash();
    return before.to(last, items, masks, !repository.anyAfter(batchId, last));
  }

  private static long[] digests(FoundStrings strings, Stored stored, List<Integer> lengths) {
    long[] all = strings.digests(stored.item().text(), lengths);
    if (stored.externalId().isPresent()) {
      all = both(all, strings.digests(stored.externalId().get(), lengths));
    }
    return stored.searched().asides().isEmpty()
        ? all
        : both(all, strings.digests(stored.searched().asides(), lengths));
  }

  private static long[] both(long[] some, long[] others) {
    return LongStream.concat(Arrays.stream(some), Arrays.stream(others)).toArray();
  }

  private static long[] distinct(List<long[]> all) {
    return all.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
  }

  /** Where what was found stands again: in an item's text, its document, its sender's id. */
  private record Hit(Stored stored, List<Again> inText, List<Again> inAsides, List<Again> inId) {

    boolean any() {
      return inItem() || !inId.isEmpty();
    }

    boolean inItem() {
      return !inText.isEmpty() || !inAsides.isEmpty();
    }
  }

  private static Hit hit(FoundStrings strings, Stored stored, Map<Long, Sought> found) {
    CorrectionRepository.Text item = stored.item();
    // What stands in the place of a mask may look like a name that was found: a surrogate.
    List<Again> inText =
        strings.within(item.text(), found).stream()
            .filter(span -> !item.offsets().touchesMask(span.start(), span.end()))
            .toList();
    List<Again> inId = stored.externalId().map(id -> strings.within(id, found)).orElse(List.of());
    return new Hit(stored, inText, strings.within(stored.searched().asides(), found), inId);
  }

  private int mask(String batchId, List<Hit> hits) {
    if (hits.isEmpty()) {
      return 0;
    }
    Replacements.Page by =
        replacements.of(batchId, hits.stream().map(hit -> hit.stored().item().itemId()).toList());
    ObjectCorrections.Page objects =
        objectCorrections.of(hits.stream().map(hit -> hit.stored().item().itemId()).toList());
    int masks = 0;
    for (Hit hit : hits) {
      CorrectionRepository.Text item = hit.stored().item();
      if (!hit.inId().isEmpty()) {
        rename(item.itemId(), hit.stored().externalId().orElseThrow(), hit.inId(), by);
      }
      if (hit.inItem()) {
        masks += mask(hit, by, objects);
      }
    }
    return masks;
  }

  private int mask(Hit hit, Replacements.Page by, ObjectCorrections.Page objects) {
    CorrectionRepository.Text item = hit.stored().item();
    List<Replaced> inText = by.again(item.itemId(), item.text(), hit.inText());
    List<Replaced> inAsides =
        by.again(item.itemId(), hit.stored().searched().asides(), hit.inAsides());
    Map<String, Integer> added = new HashMap<>();
    hit.inText().forEach(span -> added.merge(span.type().id(), 1, Integer::sum));
    hit.inAsides().forEach(span -> added.merge(span.type().id(), 1, Integer::sum));
    CorrectionRepository.Text masked = Corrections.masked(item, inText);
    items.replace(masked, added, CorrectionRepository.Cause.FOUND_AGAIN);
    objects.replace(hit.stored().searched(), inText, inAsides);
    if (!inText.isEmpty()) {
      suggestions.move(item.itemId(), masked.text(), Corrections.moves(item, inText));
    }
    return inText.size() + inAsides.size();
  }

  private void rename(String itemId, String externalId, List<Again> spans, Replacements.Page by) {
    CorrectionRepository.Text id =
        new CorrectionRepository.Text(itemId, externalId, new OffsetMap(List.of()));
    repository.rename(itemId, Corrections.masked(id, by.again(itemId, externalId, spans)).text());
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
