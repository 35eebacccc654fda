package io.touchstone.ingestion;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.CorrectionRepository.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Masks what the privacy officer found to be missed, in the item and wherever else in the batch the
 * same string stands, before anybody else sees it. A corrected item stays a miss of the sample.
 */
@Service
class Corrections {

  private static final Logger log = LoggerFactory.getLogger(Corrections.class);
  private static final int PAGE = 1_000;

  private final CorrectionRepository repository;
  private final PrivacyReviewRepository reviews;
  private final DeidentificationPolicies policies;
  private final SuggestionSink suggestions;
  private final AuditTrail audit;
  private final Clock clock;

  Corrections(
      CorrectionRepository repository,
      PrivacyReviewRepository reviews,
      DeidentificationPolicies policies,
      SuggestionSink suggestions,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.reviews = reviews;
    this.policies = policies;
    this.suggestions = suggestions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Masks the misses of submitted rounds; done once per round, a repetition does nothing. */
  @Transactional
  public void maskMissed(String batchId) {
    for (int round : repository.unmaskedRounds(batchId)) {
      mask(batchId, round);
    }
  }

  private void mask(String batchId, int round) {
    MissedStrings strings = new MissedStrings(policies.tags());
    Map<String, List<MissedSpan>> seen = new HashMap<>();
    for (SheetRow row : reviews.sheet(batchId, round)) {
      List<MissedSpan> leaks = row.leaks();
      if (!leaks.isEmpty()) {
        seen.merge(row.itemId(), leaks, Corrections::both);
        row.strings().forEach(string -> strings.add(string.text(), string.type()));
      }
    }
    int items = 0;
    int masks = 0;
    if (!seen.isEmpty()) {
      List<Text> page = repository.after(batchId, "", PAGE);
      while (!page.isEmpty()) {
        for (Text text : page) {
          List<MissedSpan> here = seen.getOrDefault(text.itemId(), List.of());
          // What stands in the place of personal data may look like it.
          List<MissedSpan> spans =
              strings.within(text.text(), here).stream()
                  .filter(span -> !text.offsets().touchesMask(span.start(), span.end()))
                  .toList();
          if (!spans.isEmpty()) {
            correct(batchId, round, text, here.size(), spans);
            items++;
            masks += spans.size();
          }
        }
        page = repository.after(batchId, page.get(page.size() - 1).itemId(), PAGE);
      }
      record(batchId, round, seen.size(), items, masks);
    }
    repository.masked(batchId, round, items, masks, clock.instant());
  }

  private static List<MissedSpan> both(List<MissedSpan> some, List<MissedSpan> others) {
    List<MissedSpan> all = new ArrayList<>(some);
    all.addAll(others);
    return MissedStrings.union(all);
  }

  private void correct(String batchId, int round, Text text, int seen, List<MissedSpan> spans) {
    Map<String, Integer> added = new TreeMap<>();
    spans.forEach(span -> added.merge(span.type().id(), 1, Integer::sum));
    Text masked = masked(text, spans);
    repository.replace(masked, added, CorrectionRepository.Cause.CORRECTED);
    suggestions.move(text.itemId(), masked.text(), moves(text, spans));
    repository.note(batchId, round, text.itemId(), seen, Math.max(0, spans.size() - seen));
    if (seen > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "item_corrected",
          "item:" + text.itemId(),
          Map.of("batch", batchId, "round", round, "masks", spans.size()));
    }
  }

  private void record(String batchId, int round, int missed, int items, int masks) {
    audit.record(
        AuditTrail.SYSTEM,
        "privacy_misses_masked",
        "batch:" + batchId,
        Map.of("round", round, "missed", missed, "items", items, "masks", masks));
    log.info(
        "privacy_misses_masked batch={} round={} missed={} items={} masks={}",
        batchId,
        round,
        missed,
        items,
        masks);
  }

  /**
   * The text with a tag in the place of each span, and its map from the raw text.
   *
   * @param spans in order, disjoint, outside every tag
   */
  static Text masked(Text text, List<MissedSpan> spans) {
    StringBuilder masked = new StringBuilder(text.text());
    OffsetMap offsets = text.offsets();
    for (int i = spans.size() - 1; i >= 0; i--) {
      MissedSpan span = spans.get(i);
      String tag = span.type().tag();
      int start = text.text().offsetByCodePoints(0, span.start());
      int end = text.text().offsetByCodePoints(start, span.end() - span.start());
      masked.replace(start, end, tag);
      offsets = offsets.withMask(span.start(), span.end(), tag.length());
    }
    return new Text(text.itemId(), masked.toString(), offsets);
  }

  /** How places move from the text as it stood to the one with a tag in the place of each span. */
  static OffsetMap moves(Text before, List<MissedSpan> spans) {
    return masked(new Text(before.itemId(), before.text(), new OffsetMap(List.of())), spans)
        .offsets();
  }
}
