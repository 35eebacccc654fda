package io.touchstone.ingestion.recogniser;

/**
 * Kinds of personal data, first the one whose label wins where two findings are equally long. The
 * last two have no recogniser: a privacy officer puts them where something was missed.
 */
public enum EntityType {
  IBAN,
  CARD,
  EMAIL,
  IP,
  PHONE,
  NAME,
  ADDRESS,
  OTHER;

  /** What stands in the redacted text in its place. */
  public String tag() {
    return "[" + name() + "]";
  }
}
