package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * What each rule of each table is meant to decide, from numbers that lie on either side of its
 * limit; and what share of all rules has fired.
 */
class GateRulesTest
    implements IngestionRules, LabellingRules, QualityRules, AcceptanceRules, HeldPageRules {

  private static final double LEAST_PERCENT = 90;
  private static final Set<String> WALKED = new HashSet<>();
  private static GateTables tables;

  @BeforeAll
  static void readTheTables() {
    tables = new GateTables();
  }

  @BeforeEach
  void note(TestInfo test) {
    WALKED.add(test.getTestMethod().orElseThrow().getName());
  }

  @Override
  public GateTables tables() {
    return tables;
  }

  @AfterAll
  static void enough_of_the_rules_has_fired() {
    long walks =
        Stream.of(GateRulesTest.class.getMethods())
            .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
            .count();
    if (WALKED.size() < walks) {
      return; // Somebody runs a single one of them.
    }
    List<RuleCoverage.Share> shares = tables.coverage().shares();
    RuleCoverage.Share total = RuleCoverage.total(shares);
    shares.forEach(System.out::println);
    System.out.println(total);
    assertThat(total.percent()).isGreaterThanOrEqualTo(LEAST_PERCENT);
  }
}
