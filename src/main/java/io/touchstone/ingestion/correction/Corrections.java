package io.touchstone.ingestion.correction;

import io.touchstone.audit.AuditTrail;
import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.MissedStrings;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.ingestion.correction.Replacements.Replaced;
import io.touchstone.ingestion.item.CorrectionRepository;
import io.touchstone.ingestion.item.CorrectionRepository.Searched;
import io.touchstone.ingestion.item.CorrectionRepository.Text;
import io.touchstone.ingestion.item.SuggestionSink;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.review.RuleSuggestionRepository;
import io.touchstone.ingestion.review.RuleSuggestions;
import io.touchstone.ingestion.review.SheetRepository;
import io.touchstone.ingestion.review.SheetRow;
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
public class Corrections {

  private static final Logger log = LoggerFactory.getLogger(Corrections.class);
  private static final int PAGE_ITEMS = 1_000;
  private static final long PAGE_BYTES = 4L << 20;

  private final CorrectionRepository repository;
  private final SheetRepository sheets;
  private final RuleSuggestionRepository suggested;
  private final DeidentificationPolicies policies;
  private final Replacements replacements;
  private final ObjectCorrections objectCorrections;
  private final SuggestionSink suggestions;
  private final AuditTrail audit;
  private final Clock clock;

  Corrections(
      CorrectionRepository repository,
      SheetRepository sheets,
      RuleSuggestionRepository suggested,
      DeidentificationPolicies policies,
      Replacements replacements,
      ObjectCorrections objectCorrections,
      SuggestionSink suggestions,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.sheets = sheets;
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
    List<SheetRow> sheet = sheets.sheet(batchId, round);
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
      List<Searched> page = repository.searchedAfter(batchId, "", PAGE_ITEMS, PAGE_BYTES);
      while (!page.isEmpty()) {
        List<Miss> touched = new ArrayList<>();
        for (Searched item : page) {
          rules.look(item.item());
          population++;
          Miss miss = miss(item, seen.getOrDefault(item.item().itemId(), List.of()), strings);
          if (miss.count() > 0) {
            touched.add(miss);
            items++;
            masks += miss.count();
          }
        }
        List<String> ids = touched.stream().map(miss -> miss.item().item().itemId()).toList();
        Replacements.Page by = replacements.of(batchId, ids);
        ObjectCorrections.Page objects = objectCorrections.of(ids);
        touched.forEach(miss -> correct(batchId, round, miss, by, objects));
        String last = page.get(page.size() - 1).item().itemId();
        page = repository.searchedAfter(batchId, last, PAGE_ITEMS, PAGE_BYTES);
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
    for (SheetRow row : sheets.sheet(batchId, round)) {
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

  /** Where what was missed stands in an item and its document, and how often it was seen there. */
  private record Miss(Searched item, int seen, List<MissedSpan> inText, List<MissedSpan> inAsides) {

    int count() {
      return inText.size() + inAsides.size();
    }
  }

  private static Miss miss(Searched item, List<MissedSpan> seen, MissedStrings strings) {
    Text text = item.item();
    // What stands in the place of personal data may look like it.
    List<MissedSpan> inText =
        strings.within(text.text(), seen).stream()
            .filter(span -> !text.offsets().touchesMask(span.start(), span.end()))
            .toList();
    return new Miss(item, seen.size(), inText, strings.within(item.asides(), List.of()));
  }

  private static List<MissedSpan> both(List<MissedSpan> some, List<MissedSpan> others) {
    List<MissedSpan> all = new ArrayList<>(some);
    all.addAll(others);
    return MissedStrings.union(all);
  }

  private void correct(
      String batchId, int round, Miss miss, Replacements.Page by, ObjectCorrections.Page objects) {
    Text text = miss.item().item();
    Map<String, Integer> added = new TreeMap<>();
    miss.inText().forEach(span -> added.merge(span.type().id(), 1, Integer::sum));
    miss.inAsides().forEach(span -> added.merge(span.type().id(), 1, Integer::sum));
    List<Replaced> inText = by.missed(text.itemId(), text.text(), miss.inText());
    List<Replaced> inAsides = by.missed(text.itemId(), miss.item().asides(), miss.inAsides());
    Text masked = masked(text, inText);
    repository.replace(masked, added, CorrectionRepository.Cause.CORRECTED);
    objects.replace(miss.item(), inText, inAsides);
    if (!inText.isEmpty()) {
      suggestions.move(text.itemId(), masked.text(), moves(text, inText));
    }
    int again = Math.max(0, miss.count() - miss.seen());
    repository.note(batchId, round, text.itemId(), miss.seen(), again);
    if (miss.seen() > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "item_corrected",
          "item:" + text.itemId(),
          Map.of("batch", batchId, "round", round, "masks", miss.count()));
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
  public static Text masked(Text text, List<Replaced> replaced) {
    StringBuilder masked = new StringBuilder(text.text());
    OffsetMap offsets = text.offsets();
    CodePoints.Walk places = new CodePoints.Walk(text.text());
    for (int i = replaced.size() - 1; i >= 0; i--) {
      Replaced each = replaced.get(i);
      int end = places.units(each.end());
      masked.replace(places.units(each.start()), end, each.by());
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
