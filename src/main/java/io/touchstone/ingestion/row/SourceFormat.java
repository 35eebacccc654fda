package io.touchstone.ingestion.row;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a delivered file is: rows, one object, or an archive of objects. */
public enum SourceFormat {
  /** One JSON object per line. */
  JSON_LINES("application/x-ndjson"),
  /** RFC 4180 with a header. */
  CSV("text/csv"),
  /** A document, image or recording; which one, its content tells. */
  OBJECT("application/octet-stream"),
  /** A ZIP whose members are objects. */
  ARCHIVE("application/zip");

  private static final Set<String> NO_DATA =
      Set.of("", "application/json", "application/x-www-form-urlencoded");

  private final String mediaType;

  SourceFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type under which the source object is recorded. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether each row of the file becomes an item. */
  public boolean hasRows() {
    return this == JSON_LINES || this == CSV;
  }

  /**
   * The format of a declared media type; parameters such as charset are ignored. What is not known
   * as rows is an object, of whatever kind.
   *
   * @param declared "text/csv; charset=utf-8"
   * @return nothing for a type that says too little, or that says that the rows come in one piece
   */
  public static Optional<SourceFormat> ofMediaType(String declared) {
    String bare = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (NO_DATA.contains(bare)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (bare) {
          case "application/x-ndjson",
              "application/ndjson",
              "application/jsonl",
              "application/x-jsonlines",
              "application/json-lines" ->
              JSON_LINES;
          case "text/csv", "application/csv" -> CSV;
          case "application/zip" -> ARCHIVE;
          default -> OBJECT;
        });
  }

  /**
   * The format of a file that is delivered: rows if its declared type or its name says so, else an
   * object.
   *
   * @param declared media type, empty where none is declared
   */
  public static Optional<SourceFormat> ofDelivered(String declared, String name) {
    Optional<SourceFormat> typed = ofMediaType(declared);
    Optional<SourceFormat> named = ofFileName(name);
    return typed.filter(SourceFormat::hasRows).or(() -> named).or(() -> typed);
  }

  /** The format that a file's name tells: rows by their extension, else an object. */
  private static Optional<SourceFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
      return Optional.of(JSON_LINES);
    }
    if (lower.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    return lower.isBlank() || lower.endsWith(".json") ? Optional.empty() : Optional.of(OBJECT);
  }
}
