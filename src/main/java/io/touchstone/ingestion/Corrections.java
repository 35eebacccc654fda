package io.touchstone.ingestion;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.CorrectionRepository.Text;
import io.touchstone.ingestion.Replacements.Replaced;
import io.touchstone.ingestion.recogniser.EntityType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final RuleSuggestionRepository suggested;
  private final DeidentificationPolicies policies;
  private final Replacements replacements;
  private final ObjectCorrections objectCorrections;
  private final SuggestionSink suggestions;
  private final AuditTrail audit;
  private final Clock clock;

  Corrections(
      CorrectionRepository repository,
      PrivacyReviewRepository reviews,
      RuleSuggestionRepository suggested,
      DeidentificationPolicies policies,
      Replacements replacements,
      ObjectCorrections objectCorrections,
      SuggestionSink suggestions,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.reviews = reviews;
    this.suggested = suggested;
    this.policies = policies;
    this.replacements = replacements;
    this.objectCorrections = objectCorrections;
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
    List<SheetRow> sheet = reviews.sheet(batchId, round);
    RuleSuggestions rules =
        new RuleSuggestions(sheet.stream().flatMap(row -> row.strings().stream()).toList());
    int population = 0;
    for (SheetRow row : sheet) {
      List<MissedSpan> leaks = row.leaks();
      if (!leaks.isEmpty()) {
        seen.merge(row.itemId(), leaks, Corrections::both);
        row.strings().forEach(string -> strings.add(string.text(), string.type()));
      }
    }
    sheet.forEach(row -> addTextUnderAreas(row, strings, seen));
    int items = 0;
    int masks = 0;
    if (!seen.isEmpty()) {
      List<Text> page = repository.after(batchId, "", PAGE);
      while (!page.isEmpty()) {
        Map<Text, List<MissedSpan>> touched = new LinkedHashMap<>();
        for (Text text : page) {
          rules.look(text);
          population++;
          // What stands in the place of personal data may look like it.
          List<MissedSpan> spans =
              strings.within(text.text(), seen.getOrDefault(text.itemId(), List.of())).stream()
                  .filter(span -> !text.offsets().touchesMask(span.start(), span.end()))
                  .toList();
          if (!spans.isEmpty()) {
            touched.put(text, spans);
            items++;
            masks += spans.size();
          }
        }
        List<String> ids = touched.keySet().stream().map(Text::itemId).toList();
        Replacements.Page by = replacements.of(batchId, ids);
        ObjectCorrections.Page objects = objectCorrections.of(ids);
        for (Map.Entry<Text, List<MissedSpan>> each : touched.entrySet()) {
          int here = seen.getOrDefault(each.getKey().itemId(), List.of()).size();
          correct(batchId, round, each.getKey(), here, each.getValue(), by, objects);
        }
        page = repository.after(batchId, page.get(page.size() - 1).itemId(), PAGE);
      }
    }
    // After the text: what is black already could not be read as what the text says.
    items += cover(batchId, round);
    if (!seen.isEmpty()) {
      suggested.add(batchId, round, rules.all(), population, clock.instant());
      record(batchId, round, seen.size(), items, masks);
    }
    repository.masked(batchId, round, items, masks, clock.instant());
  }

  /** What was marked in a picture goes from the text that was read from it, and elsewhere. */
  private void addTextUnderAreas(
      SheetRow row, MissedStrings strings, Map<String, List<MissedSpan>> seen) {
    if (row.areas().isEmpty() || row.text().isEmpty() || row.plant().isPresent()) {
      return;
    }
    MissedStrings own = new MissedStrings(policies.tags());
    for (String string : objectCorrections.textUnder(row.itemId(), row.areas())) {
      own.add(string, EntityType.OTHER);
      strings.add(string, EntityType.OTHER);
    }
    List<MissedSpan> spans = own.within(row.text(), List.of());
    if (!spans.isEmpty()) {
      seen.merge(row.itemId(), spans, Corrections::both);
    }
  }

  /** Covers what was marked in pictures. */
  private int cover(String batchId, int round) {
    int items = 0;
    for (SheetRow row : reviews.sheet(batchId, round)) {
      if (!row.areas().isEmpty()) {
        objectCorrections.cover(row.itemId(), row.areas());
        repository.note(batchId, round, row.itemId(), row.areas().size(), 0);
        audit.record(
            AuditTrail.SYSTEM,
            "item_corrected",
            "item:" + row.itemId(),
            Map.of("batch", batchId, "round", round, "areas", row.areas().size()));
        items++;
      }
    }
    return items;
  }

  private static List<MissedSpan> both(List<MissedSpan> some, List<MissedSpan> others) {
    List<MissedSpan> all = new ArrayList<>(some);
    all.addAll(others);
    return MissedStrings.union(all);
  }

  private void correct(
      String batchId,
      int round,
      Text text,
      int seen,
      List<MissedSpan> spans,
      Replacements.Page by,
      ObjectCorrections.Page objects) {
    Map<String, Integer> added = new TreeMap<>();
    spans.forEach(span -> added.merge(span.type().id(), 1, Integer::sum));
    List<Replaced> replaced = by.missed(text, spans);
    Text masked = masked(text, replaced);
    repository.replace(masked, added, CorrectionRepository.Cause.CORRECTED);
    objects.replace(text, replaced);
    suggestions.move(text.itemId(), masked.text(), moves(text, replaced));
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
   * The text with what stands in the place of each stretch, and its map from the raw text.
   *
   * @param replaced in order, disjoint, outside every mask
   */
  static Text masked(Text text, List<Replaced> replaced) {
    StringBuilder masked = new StringBuilder(text.text());
    OffsetMap offsets = text.offsets();
    for (int i = replaced.size() - 1; i >= 0; i--) {
      Replaced each = replaced.get(i);
      int start = text.text().offsetByCodePoints(0, each.start());
      int end = text.text().offsetByCodePoints(start, each.end() - each.start());
      masked.replace(start, end, each.by());
      int length = each.by().codePointCount(0, each.by().length());
      offsets = offsets.withMask(each.start(), each.end(), length);
    }
    return new Text(text.itemId(), masked.toString(), offsets);
  }

  /** How places move from the text as it stood to the one with the stretches replaced. */
  static OffsetMap moves(Text before, List<Replaced> replaced) {
    return masked(new Text(before.itemId(), before.text(), new OffsetMap(List.of())), replaced)
        .offsets();
  }
}
