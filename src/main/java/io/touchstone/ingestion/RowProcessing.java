package io.touchstone.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.deidentification.FoundStrings;
import io.touchstone.deidentification.Redaction;
import io.touchstone.deidentification.Redactor;
import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.ingestion.item.BatchSecrets;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.ingestion.item.NewItem;
import io.touchstone.ingestion.item.Processors;
import io.touchstone.ingestion.item.SourceObject;
import io.touchstone.ingestion.item.SuggestionSink;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.Reason;
import io.touchstone.ingestion.row.Row;
import io.touchstone.ingestion.row.RowFields;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
  private final Hmac projectKey;
  private final SourceObject source;
  private final DeidentificationPolicy policy;
  private final Redactor redactor;
  private final SuggestionCheck suggestions;
  private final FoundStrings strings;
  private final Processors processors;

  /** Why suggestions for a raw text cannot be taken, as {@link SuggestionSink#fault}. */
  @FunctionalInterface
  interface SuggestionCheck {
    Optional<String> fault(JsonNode suggestions, String text);
  }

  /**
   * @param key of the batch
   * @param projectKey under which what rows are tied to is hashed
   */
  RowProcessing(
      Hmac key,
      Hmac projectKey,
      SourceObject source,
      DeidentificationPolicy policy,
      Tags tags,
      SuggestionCheck suggestions,
      Processors processors) {
    this.processors = processors;
    this.key = key;
    this.projectKey = projectKey;
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

  /** What is known of a row before others are looked at. */
  private sealed interface Looked {}

  private record Refused(ManifestEntry entry) implements Looked {}

  /**
   * @param hash keyed hash of the text
   */
  private record Usable(long row, RowOutcome.Read read, String hash) implements Looked {}

  private record Made(
      NewItem item,
      Map<String, Integer> counts,
      Optional<SuggestionSink.Carried> carried,
      Map<Long, FoundStrings.Sought> found) {}

  /** Which rows of the batch became items with texts of these content hashes. */
  @FunctionalInterface
  interface Known {
    /** References of earlier rows by the content hash of their text. */
    Map<String, String> of(List<String> hashes);
  }

  /** Whatever the number of processors, rows, items and what was found come out alike. */
  Chunk process(List<Row> rows, Known known) {
    List<Looked> looked = processors.each(rows, this::look);
    List<String> hashes = new ArrayList<>();
    for (Looked each : looked) {
      if (each instanceof Usable usable) {
        hashes.add(usable.hash());
      }
    }
    Map<String, String> seen = new HashMap<>(known.of(hashes));
    List<ManifestEntry> entries = new ArrayList<>();
    List<Usable> fresh = new ArrayList<>();
    for (Looked each : looked) {
      if (each instanceof Refused refused) {
        entries.add(refused.entry());
      } else if (each instanceof Usable usable) {
        String first = seen.putIfAbsent(usable.hash(), source.id() + ":" + usable.row());
        if (first == null) {
          fresh.add(usable);
        } else {
          entries.add(ManifestEntry.duplicate(source.id(), usable.row(), first, policy.sha256()));
        }
      }
    }
    return chunk(entries, fresh);
  }

  private Chunk chunk(List<ManifestEntry> others, List<Usable> fresh) {
    List<ManifestEntry> entries = new ArrayList<>(others);
    List<NewItem> items = new ArrayList<>();
    List<SuggestionSink.Carried> carried = new ArrayList<>();
    Map<Long, FoundStrings.Sought> found = new TreeMap<>();
    List<Made> made = processors.each(fresh, this::make);
    for (int i = 0; i < made.size(); i++) {
      Made each = made.get(i);
      items.add(each.item());
      each.carried().ifPresent(carried::add);
      each.found().forEach(found::putIfAbsent);
      entries.add(
          ManifestEntry.ok(
              source.id(), fresh.get(i).row(), each.item().id(), each.counts(), policy.sha256()));
    }
    entries.sort(Comparator.comparingLong(ManifestEntry::row));
    return new Chunk(items, entries, carried, found);
  }

  private Looked look(Row row) {
    String sha256 = policy.sha256();
    if (row.outcome() instanceof RowOutcome.Bad bad) {
      return new Refused(ManifestEntry.rejected(source.id(), row.number(), bad, sha256));
    }
    RowOutcome.Read read = (RowOutcome.Read) row.outcome();
    if (isPersonal(read.externalId())) {
      return new Refused(
          ManifestEntry.rejected(source.id(), row.number(), personalId(row), sha256));
    }
    Optional<String> fault =
        read.suggestions().flatMap(node -> suggestions.fault(node, read.text()));
    if (fault.isPresent()) {
      return new Refused(
          ManifestEntry.rejected(source.id(), row.number(), unfit(row, fault.get()), sha256));
    }
    return new Usable(row.number(), read, key.id("content", read.fields().with(read.text())));
  }

  private Made make(Usable usable) {
    RowOutcome.Read read = usable.read();
    Redaction redaction = redactor.redact(read.fields().below(read.text()));
    String id = key.id("item", source.digest(), String.valueOf(usable.row()));
    return new Made(
        new NewItem(
            id,
            read.externalId(),
            redaction.text(),
            usable.hash(),
            redaction.offsets(),
            redaction.remembered(),
            ties(read.fields())),
        redaction.counts(),
        read.suggestions()
            .map(
                node ->
                    new SuggestionSink.Carried(
                        id, node, read.text(), redaction.text(), redaction.offsets())),
        strings.of(read.fields().with(read.text()), redaction.findings()));
  }

  private Map<Tie, String> ties(RowFields fields) {
    Map<Tie, String> hashes = new EnumMap<>(Tie.class);
    fields.ties().forEach((tie, value) -> hashes.put(tie, projectKey.id(tie.id(), value)));
    return hashes;
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
}
