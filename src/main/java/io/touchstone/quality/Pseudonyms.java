package io.touchstone.quality;

/** Names under which people appear outside the house: stable, and not to be traced back. */
public interface Pseudonyms {

  /** The pseudonym of a user id, always the same one. */
  String of(String annotatorId);
}
