package io.touchstone.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.ingestion.recogniser.EmailRecogniser;
import io.touchstone.ingestion.recogniser.Folding;
import io.touchstone.ingestion.recogniser.IbanRecogniser;
import io.touchstone.ingestion.recogniser.Recogniser;
import io.touchstone.platform.crypto.Hmac;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rows of one source become items and manifest entries. The same rows under the same key and policy
 * always become the same ones.
 */
final class RowProcessing {

  /** What in an id identifies a person by itself; ids are kept as they are, so it is refused. */
  private static final List<Recogniser> PERSONAL_IDS =
      List.of(new EmailRecogniser(), new IbanRecogniser());

  private final Hmac key;
  private final SourceObject source;
  private final DeidentificationPolicy policy;
  private final Redactor redactor;
  private final SuggestionCheck suggestions;
  private final FoundStrings strings;
  private final Map<Long, FoundStrings.Sought> found = new TreeMap<>();

  /** Why suggestions for a raw text cannot be taken, as {@link SuggestionSink#fault}. */
  @FunctionalInterface
  interface SuggestionCheck {
    Optional<String> fault(JsonNode suggestions, String text);
  }

  RowProcessing(
      Hmac key,
      SourceObject source,
      DeidentificationPolicy policy,
      Tags tags,
      SuggestionCheck suggestions) {
    this.key = key;
    this.source = source;
    this.policy = policy;
    this.suggestions = suggestions;
    this.redactor = policy.redactor();
    this.strings = new FoundStrings(BatchSecrets.foundStringKey(key), tags);
  }

  /**
   * What a chunk adds.
   *
   * @param found what is to be searched in the whole batch, by keyed hash
   */
  record Chunk(
      List<NewItem> items,
      List<ManifestEntry> entries,
      List<SuggestionSink.Carried> carried,
      Map<Long, FoundStrings.Sought> found) {}

  /** Keyed hashes of the texts that could be read. */
  List<String> contentHashes(List<Row> rows) {
    List<String> hashes = new ArrayList<>();
    for (Row row : rows) {
      if (row.outcome() instanceof RowOutcome.Read read) {
        hashes.add(contentHash(read));
      }
    }
    return hashes;
  }

  /**
   * @param known references of earlier rows by the content hash of their text
   */
  Chunk process(List<Row> rows, Map<String, String> known) {
    Map<String, String> seen = new HashMap<>(known);
    List<NewItem> items = new ArrayList<>();
    List<ManifestEntry> entries = new ArrayList<>();
    List<SuggestionSink.Carried> carried = new ArrayList<>();
    for (Row row : rows) {
      entries.add(process(row, seen, items, carried));
    }
    return new Chunk(items, entries, carried, found);
  }

  private ManifestEntry process(
      Row row,
      Map<String, String> seen,
      List<NewItem> items,
      List<SuggestionSink.Carried> carried) {
    String sha256 = policy.sha256();
    if (row.outcome() instanceof RowOutcome.Bad bad) {
      return ManifestEntry.rejected(source.id(), row.number(), bad, sha256);
    }
    RowOutcome.Read read = (RowOutcome.Read) row.outcome();
    if (isPersonal(read.externalId())) {
      return ManifestEntry.rejected(source.id(), row.number(), personalId(row), sha256);
    }
    Optional<String> fault =
        read.suggestions().flatMap(node -> suggestions.fault(node, read.text()));
    if (fault.isPresent()) {
      return ManifestEntry.rejected(source.id(), row.number(), unfit(row, fault.get()), sha256);
    }
    String hash = contentHash(read);
    String first = seen.putIfAbsent(hash, source.id() + ":" + row.number());
    if (first != null) {
      return ManifestEntry.duplicate(source.id(), row.number(), first, sha256);
    }
    Redaction redaction = redactor.redact(read.text(), read.fields());
    strings.of(read.fields().with(read.text()), redaction.findings()).forEach(found::putIfAbsent);
    String id = key.id("item", source.digest(), String.valueOf(row.number()));
    items.add(new NewItem(id, read.externalId(), redaction.text(), hash, redaction.offsets()));
    read.suggestions()
        .map(
            node ->
                new SuggestionSink.Carried(
                    id, node, read.text(), redaction.text(), redaction.offsets()))
        .ifPresent(carried::add);
    return ManifestEntry.ok(source.id(), row.number(), id, redaction.counts(), sha256);
  }

  private boolean isPersonal(Optional<String> externalId) {
    return !policy.recognisers().isEmpty()
        && externalId
            .map(Folding::of)
            .filter(id -> PERSONAL_IDS.stream().anyMatch(r -> !r.find(id).isEmpty()))
            .isPresent();
  }

  private static RowOutcome.Bad unfit(Row row, String fault) {
    return RowOutcome.Bad.at(row.number(), Reason.INVALID_SUGGESTION, fault);
  }

  private static RowOutcome.Bad personalId(Row row) {
    return RowOutcome.Bad.at(
        row.number(),
        Reason.PERSONAL_ID,
        "the id is an e-mail address or an account number. Give the row an id that identifies"
            + " nobody.");
  }

  private String contentHash(RowOutcome.Read read) {
    return key.id("content", read.fields().with(read.text()));
  }
}
