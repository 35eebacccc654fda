package io.touchstone.release.format;

/**
 * An item of a version's batches whose verdict is that there is no answer; it is no record.
 *
 * @param why "cannot-tell" or "wrong-item"
 */
public record UnlabelledItem(String id, String why) {

  /** Where a version lists them, if there are any. */
  public static final String FILE = "meta/unlabelled.jsonl";

  /** The line without its line end. */
  public String line() {
    return CanonicalJson.line(CanonicalJson.fields().put("id", id).put("why", why));
  }
}
