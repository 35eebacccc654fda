package io.touchstone.quality.truth;

import io.touchstone.quality.round.BatchTables;
import java.util.Map;

/** The table that chooses how labels are made of judgements. */
public final class TruthTable {

  public static final String TRUTH = "truth-method";

  private final BatchTables tables;

  public TruthTable(BatchTables tables) {
    this.tables = tables;
  }

  /** By which method labels are made of judgements. */
  TruthMethod truth(TruthCase measured) {
    Map<String, Object> answer = tables.evaluate(TRUTH, measured.inputs());
    String method = BatchTables.text(TRUTH, answer, "method");
    for (TruthMethod.Kind known : TruthMethod.Kind.values()) {
      if (known.id().equals(method)) {
        return new TruthMethod(
            known,
            BatchTables.text(TRUTH, answer, "rule"),
            BatchTables.text(TRUTH, answer, "because"));
      }
    }
    throw BatchTables.unusable(TRUTH, "method", "majority or dawid-skene");
  }
}
