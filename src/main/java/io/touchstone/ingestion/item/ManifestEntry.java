package io.touchstone.ingestion.item;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.ingestion.row.RowOutcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one row of a source object.
 *
 * @param row line on which it begins; of an archive the number of the member, of an object 1
 * @param reason code, where the row was refused
 * @param sentence for people, where the row was refused; quotes nothing of the row
 * @param itemId where the row became an item
 * @param duplicateOf source and line of the row with the same text, "support-tickets-1/1:14"
 * @param nearDuplicateOf source and line of the first row that says nearly the same, where there is
 *     one; only what is read has it
 * @param findings number of masks per type
 * @param corrected how many of them a privacy officer's review added
 * @param foundAgain how many of them were added because the same stands elsewhere in the batch
 * @param policySha256 digest of the policy that the row went through
 * @param textSha256 SHA-256 of the item's text as it stands, where the row became an item; only
 *     what is read has it
 * @param object what is said of an object beside what is said of a row; only what is read has it
 */
public record ManifestEntry(
    String sourceId,
    long row,
    Status status,
    Optional<String> reason,
    Optional<String> sentence,
    Optional<String> itemId,
    Optional<String> duplicateOf,
    Optional<String> nearDuplicateOf,
    Map<String, Integer> findings,
    int corrected,
    int foundAgain,
    String policySha256,
    Optional<String> textSha256,
    Map<String, Object> object) {

  /** Outcome for the row. */
  public enum Status {
    OK,
    REJECTED,
    DUPLICATE,
    /** An object that nobody gets to see. */
    QUARANTINED
  }

  public static ManifestEntry ok(
      String source, long row, String itemId, Map<String, Integer> findings, String policy) {
    return new ManifestEntry(
        source,
        row,
        Status.OK,
        Optional.empty(),
        Optional.empty(),
        Optional.of(itemId),
        Optional.empty(),
        Optional.empty(),
        findings,
        0,
        0,
        policy,
        Optional.empty(),
        Map.of());
  }

  public static ManifestEntry rejected(String source, long row, RowOutcome.Bad bad, String policy) {
    return new ManifestEntry(
        source,
        row,
        Status.REJECTED,
        Optional.of(bad.reason().name()),
        Optional.of(bad.sentence()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        0,
        0,
        policy,
        Optional.empty(),
        Map.of());
  }

  /** An object that cannot be cleaned, or not surely. */
  public static ManifestEntry quarantined(
      String source, long number, Quarantined kept, String policy) {
    return new ManifestEntry(
        source,
        number,
        Status.QUARANTINED,
        Optional.of(kept.reason().name()),
        Optional.of("Object " + number + ": " + kept.sentence()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        0,
        0,
        policy,
        Optional.empty(),
        Map.of());
  }

  public static ManifestEntry duplicate(String source, long row, String of, String policy) {
    return new ManifestEntry(
        source,
        row,
        Status.DUPLICATE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(of),
        Optional.empty(),
        Map.of(),
        0,
        0,
        policy,
        Optional.empty(),
        Map.of());
  }

  /**
   * The entry as one line of the manifest: what is exported, and the leaf under which it is sealed.
   * Times, durations and random ids are not in it.
   */
  public Map<String, Object> line() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("source", sourceId);
    line.put("row", row);
    line.put("status", status.name().toLowerCase(Locale.ROOT));
    reason.ifPresent(code -> line.put("reason", code));
    sentence.ifPresent(words -> line.put("sentence", words));
    itemId.ifPresent(item -> line.put("item", item));
    duplicateOf.ifPresent(other -> line.put("duplicateOf", other));
    nearDuplicateOf.ifPresent(other -> line.put("nearDuplicateOf", other));
    line.put("findings", findings);
    if (corrected > 0) {
      line.put("corrected", corrected);
    }
    if (foundAgain > 0) {
      line.put("foundAgain", foundAgain);
    }
    line.put("policySha256", policySha256);
    textSha256.ifPresent(hash -> line.put("textSha256", hash));
    if (!object.isEmpty()) {
      line.put("object", object);
    }
    return line;
  }

  /** How another entry refers to this row. */
  public String reference() {
    return sourceId + ":" + row;
  }
}
