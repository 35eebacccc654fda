package io.touchstone.ingestion;

import java.util.Locale;
import java.util.Optional;

/** A format of text sources. */
public enum SourceFormat {
  /** One JSON object per line. */
  JSON_LINES("application/x-ndjson"),
  /** RFC 4180 with a header. */
  CSV("text/csv");

  private final String mediaType;

  SourceFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type under which the source object is recorded. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The format of a declared media type; parameters such as charset are ignored.
   *
   * @param declared "text/csv; charset=utf-8"
   */
  public static Optional<SourceFormat> ofMediaType(String declared) {
    String bare = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/x-jsonlines",
          "application/json-lines" ->
          Optional.of(JSON_LINES);
      case "text/csv", "application/csv" -> Optional.of(CSV);
      default -> Optional.empty();
    };
  }

  /** The format that a file's extension tells, for browsers that declare none. */
  static Optional<SourceFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
      return Optional.of(JSON_LINES);
    }
    return lower.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
  }
}
