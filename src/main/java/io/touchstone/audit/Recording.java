package io.touchstone.audit;

/**
 * What an event says of the rows that its step has written.
 *
 * @param kind of rows, as {@link RecordedRows#kind}
 * @param number that the rows bear
 * @param rows how many
 * @param sha256 over the hashes of their lines, in the order of the rows, hexadecimal
 */
public record Recording(String kind, long number, long rows, String sha256) {

  /** Under this name it stands among an event's details. */
  public static final String DETAIL = "recorded";
}
