package io.touchstone.audit;

/**
 * A kind of rows that must stay as they were written. Their owner numbers the rows of one step with
 * {@link Recordings#begin}, and the event of that step carries the digest of {@link
 * Recordings#end}.
 */
public interface RecordedRows {

  /** Stable name of the kind in the singular, "judgement". */
  String kind();

  /**
   * A query of all such rows, without an order. Columns: {@code recording}, the number of the step,
   * null in rows that are older than recording; {@code row_id}, a number that tells the rows of one
   * step apart; {@code batch_id}; {@code place}, where the row is in an auditor's words, "item x";
   * {@code line}, all that must not change as one text, without free text and covered text.
   */
  String rows();
}
