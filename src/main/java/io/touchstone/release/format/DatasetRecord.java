package io.touchstone.release.format;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One labelled item as training reads it: one line of {@code data/}.
 *
 * @param id item id
 * @param text de-identified text
 * @param label label id of the verdict
 * @param votes judgements of annotators per label id, adjudicators not counted
 * @param method how the label was decided, "majority" or "adjudication"
 * @param split name of the split where the file does not already say it
 */
public record DatasetRecord(
    String id,
    String text,
    String label,
    SortedMap<String, Integer> votes,
    String method,
    Optional<String> split) {

  public DatasetRecord {
    SortedMap<String, Integer> ordered = new TreeMap<>(Utf8Order.INSTANCE);
    ordered.putAll(votes);
    votes = ordered;
  }

  /** The line without its line end. */
  public String line() {
    CanonicalJson.Fields fields =
        CanonicalJson.fields()
            .put("id", id)
            .put("text", text)
            .put("label", label)
            .put("votes", votes)
            .put("method", method);
    split.ifPresent(name -> fields.put("split", name));
    return CanonicalJson.line(fields);
  }
}
