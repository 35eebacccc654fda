package io.touchstone.quality.measurement;

import io.touchstone.agreement.Coefficient;
import java.util.HashMap;
import java.util.Map;

/**
 * One measure of agreement as the table agreement-gate looks at it.
 *
 * @param scope "overall" for all labels, "class" for one of them against the rest
 * @param items with two or more judgements; of a class, those that name it
 */
record AgreementCase(String scope, long items, Coefficient agreement) {

  static final String OVERALL = "overall";
  static final String CLASS = "class";

  Map<String, Object> inputs() {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("agreementScope", scope);
    inputs.put("agreementItems", items);
    inputs.put("agreementReason", "");
    inputs.put("agreementHigh", null);
    inputs.put("agreementLow", null);
    inputs.put("agreementValue", null);
    if (agreement instanceof Coefficient.Defined defined) {
      inputs.put("agreementHigh", defined.ciHigh());
      inputs.put("agreementLow", defined.ciLow());
      inputs.put("agreementValue", defined.value());
    } else if (agreement instanceof Coefficient.Undefined undefined) {
      inputs.put("agreementReason", undefined.reason().name());
    }
    return inputs;
  }
}
