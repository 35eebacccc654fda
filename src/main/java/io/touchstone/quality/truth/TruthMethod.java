package io.touchstone.quality.truth;

/**
 * How an item's label follows from its judgements, as the table truth-method answers.
 *
 * @param rule stable code of the row
 */
public record TruthMethod(Kind kind, String rule, String because) {

  /** Majority vote, or weighing everybody by their mistakes. */
  enum Kind {
    MAJORITY("majority"),
    DAWID_SKENE("dawid-skene");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** As tables, reports and datasets write it. */
    String id() {
      return id;
    }
  }
}
