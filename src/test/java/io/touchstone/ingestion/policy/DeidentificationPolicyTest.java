package io.touchstone.ingestion.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Alternatives;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.platform.crypto.Sha256;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Equal digests, equal redactions; a setting that a project does not make is in no digest. */
class DeidentificationPolicyTest {

  private static DeidentificationRules rules(Operator otherwise, Alternatives alternatives) {
    return new DeidentificationRules(
        Map.of(),
        otherwise,
        Scope.ITEM,
        List.of(),
        List.of(),
        Map.of(),
        Faces.FILL,
        List.of(),
        alternatives);
  }

  private static String digest(DeidentificationRules rules) {
    return DeidentificationPolicy.standard(List.of(), rules, Operators.tags()).sha256();
  }

  @Test
  void digests_of_projects_that_do_not_keep_alternative_texts_are_what_they_were_before() {
    String threshold =
        String.valueOf(io.touchstone.deidentification.recogniser.Recogniser.THRESHOLD);

    assertThat(digest(DeidentificationRules.PLAIN))
        .isEqualTo(Sha256.hex("standard\n" + threshold + "\n"));
    assertThat(digest(rules(Operator.MASK, Alternatives.DROP)))
        .isEqualTo(
            Sha256.hex(
                "standard\n"
                    + threshold
                    + "\nDeidentificationRules[types={}, otherwise=MASK, scope=ITEM, deny=[],"
                    + " allow=[], columns={}, faces=FILL, ocrLanguages=[]]\n"));
  }

  @Test
  void a_project_that_keeps_alternative_texts_has_another_digest() {
    assertThat(digest(rules(Operator.TAG, Alternatives.REDACT)))
        .isNotEqualTo(digest(DeidentificationRules.PLAIN))
        .isNotEqualTo(digest(rules(Operator.MASK, Alternatives.REDACT)));
  }
}
