package io.touchstone.release;

/** Stable names of people that do not tell who they are. */
public interface Pseudonyms {

  /** The pseudonym of a person: the same person has the same one in all versions of a dataset. */
  String of(String annotatorId);
}
