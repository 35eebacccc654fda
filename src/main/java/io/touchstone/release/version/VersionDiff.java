package io.touchstone.release.version;

import io.touchstone.release.format.CanonicalJson;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Digests;
import io.touchstone.release.format.Utf8Order;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a version's records are against those of the version before.
 *
 * @param added records that are new
 * @param removed records that are gone
 * @param changed records with another text, label, votes, soft label or method
 * @param relabelled of the changed records of one class, how many went from which label to which,
 *     "from -> to"
 */
public record VersionDiff(
    long added, long removed, long changed, SortedMap<String, Long> relabelled) {

  /** What kind of difference decides the version number. */
  enum Change {
    NOTHING,
    DESCRIPTION,
    ADDITIONS,
    RECORDS
  }

  public VersionDiff {
    SortedMap<String, Long> ordered = new TreeMap<>(Utf8Order.INSTANCE);
    ordered.putAll(relabelled);
    relabelled = ordered;
  }

  private record Before(Optional<String> label, long fingerprint) {}

  /** Compares the records in files of before with those in files of now. */
  public static VersionDiff between(List<Path> before, List<Path> now) throws IOException {
    Map<String, Before> rest = new HashMap<>();
    for (Path file : before) {
      try (JsonLinesReader.Records records = JsonLinesReader.records(file)) {
        records.forEachRemaining(r -> rest.put(r.id(), new Before(r.label(), fingerprint(r))));
      }
    }
    long added = 0;
    long changed = 0;
    SortedMap<String, Long> relabelled = new TreeMap<>(Utf8Order.INSTANCE);
    for (Path file : now) {
      try (JsonLinesReader.Records records = JsonLinesReader.records(file)) {
        while (records.hasNext()) {
          DatasetRecord record = records.next();
          Before old = rest.remove(record.id());
          if (old == null) {
            added++;
          } else if (old.fingerprint() != fingerprint(record)) {
            changed++;
            if (!old.label().equals(record.label())) {
              relabelled.merge(
                  old.label().orElse("") + " -> " + record.label().orElse(""), 1L, Long::sum);
            }
          }
        }
      }
    }
    return new VersionDiff(added, rest.size(), changed, relabelled);
  }

  /** Eight bytes instead of the line, so that a million records fit in the heap. */
  private static long fingerprint(DatasetRecord record) {
    byte[] line = record.line().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Digests.sha256(line)).getLong();
  }

  /**
   * The kind of difference.
   *
   * @param sameFiles whether all files of the version, not only records, are the same
   */
  public Change change(boolean sameFiles) {
    if (removed > 0 || changed > 0) {
      return Change.RECORDS;
    }
    if (added > 0) {
      return Change.ADDITIONS;
    }
    return sameFiles ? Change.NOTHING : Change.DESCRIPTION;
  }

  /** The file {@code diff.json} and the value kept with the version. */
  public CanonicalJson.Fields fields() {
    return CanonicalJson.fields()
        .put("added", added)
        .put("removed", removed)
        .put("changed", changed)
        .put("relabelled", relabelled);
  }

  /** Lines of the changelog. */
  public String markdown() {
    StringBuilder lines = new StringBuilder();
    lines.append("- ").append(added).append(" records added, ");
    lines.append(removed).append(" removed, ").append(changed).append(" changed\n");
    relabelled.forEach(
        (labels, count) ->
            lines.append("- relabelled ").append(labels).append(": ").append(count).append('\n'));
    return lines.toString();
  }
}
