package io.touchstone.ingestion.recogniser;

/** Kinds of personal data, first the one whose label wins where two findings are equally long. */
public enum EntityType {
  IBAN,
  CARD,
  EMAIL,
  IP,
  PHONE,
  NAME;

  /** What stands in the redacted text in its place. */
  public String tag() {
    return "[" + name() + "]";
  }
}
