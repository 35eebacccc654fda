package io.touchstone.quality;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The decision tables of this stage, asked once per distinct input in the version that the batch
 * began under.
 */
final class QualityTables {

  /** Evaluates a table: the outputs of the first row that fits. */
  @FunctionalInterface
  interface Table {

    /**
     * @param decisionKey id of the table
     * @param inputs by name; null for what is undefined
     */
    Map<String, Object> evaluate(String decisionKey, Map<String, Object> inputs);
  }

  static final String ROUTING = "adjudication-routing";
  static final String GOLD_FLAG = "gold-flag";
  static final String BIAS = "automation-bias";
  private static final Set<String> BIAS_ACTIONS = Set.of("none", "watch", "raise-blind-share");
  static final String AGREEMENT_GATE = "agreement-gate";
  static final String GUIDELINE_REVISION = "guideline-revision";
  static final String TRUTH = "truth-method";

  private final Table tables;
  private final Map<RoutingCase, Route> routes = new HashMap<>();
  private final Map<GoldScore, GoldFlag> flags = new HashMap<>();

  QualityTables(Table tables) {
    this.tables = tables;
  }

  Route route(RoutingCase input) {
    return routes.computeIfAbsent(input, this::askForRoute);
  }

  GoldFlag flag(GoldScore score) {
    return flags.computeIfAbsent(score, this::askForFlag);
  }

  AgreementVerdict agreement(AgreementCase measure) {
    Map<String, Object> answer = tables.evaluate(AGREEMENT_GATE, measure.inputs());
    String verdict = text(AGREEMENT_GATE, answer, "verdict");
    if (!verdict.equals("clear") && !verdict.equals("unclear")) {
      throw unusable(AGREEMENT_GATE, "verdict", "clear or unclear");
    }
    return new AgreementVerdict(
        verdict.equals("unclear"),
        text(AGREEMENT_GATE, answer, "rule"),
        text(AGREEMENT_GATE, answer, "because"));
  }

  /**
   * @param unclearMeasures how many measures the table agreement-gate found unclear
   */
  GuidelineVerdict guideline(GuidelineVerdict.History history, long unclearMeasures) {
    Map<String, Object> answer =
        tables.evaluate(GUIDELINE_REVISION, history.inputs(unclearMeasures));
    String verdict = text(GUIDELINE_REVISION, answer, "verdict");
    for (GuidelineVerdict.Outcome known : GuidelineVerdict.Outcome.values()) {
      if (known.id().equals(verdict)) {
        return new GuidelineVerdict(
            known,
            text(GUIDELINE_REVISION, answer, "rule"),
            text(GUIDELINE_REVISION, answer, "because"));
      }
    }
    throw unusable(GUIDELINE_REVISION, "verdict", "clear, revise, kept or hold");
  }

  private Route askForRoute(RoutingCase input) {
    Map<String, Object> answer = tables.evaluate(ROUTING, input.inputs());
    String route = text(ROUTING, answer, "route");
    if (!route.equals("accept") && !route.equals("adjudicate")) {
      throw unusable(ROUTING, "route", "accept or adjudicate");
    }
    boolean accepted = route.equals("accept");
    if (accepted && (input.tie() || input.votes() == 0)) {
      throw new IllegalStateException(
          "The table adjudication-routing accepts items without a majority label (rule "
              + text(ROUTING, answer, "rule")
              + "). Correct the table so that ties and items without judgements are adjudicated,"
              + " deploy it and retry.");
    }
    return new Route(accepted, text(ROUTING, answer, "rule"), text(ROUTING, answer, "because"));
  }

  private GoldFlag askForFlag(GoldScore score) {
    Map<String, Object> answer = tables.evaluate(GOLD_FLAG, score.inputs());
    String action = text(GOLD_FLAG, answer, "action");
    for (GoldFlag.Action known : GoldFlag.Action.values()) {
      if (known.id().equals(action)) {
        return new GoldFlag(
            known, text(GOLD_FLAG, answer, "rule"), text(GOLD_FLAG, answer, "because"));
      }
    }
    throw unusable(GOLD_FLAG, "action", "none, coach or pause");
  }

  TruthMethod truth(TruthCase measured) {
    Map<String, Object> answer = tables.evaluate(TRUTH, measured.inputs());
    String method = text(TRUTH, answer, "method");
    for (TruthMethod.Kind known : TruthMethod.Kind.values()) {
      if (known.id().equals(method)) {
        return new TruthMethod(known, text(TRUTH, answer, "rule"), text(TRUTH, answer, "because"));
      }
    }
    throw unusable(TRUTH, "method", "majority or dawid-skene");
  }

  /**
   * @param inputs the ends of intervals by name; null for what is undefined
   */
  AutomationBias.Finding bias(Map<String, Object> inputs) {
    Map<String, Object> answer = tables.evaluate(BIAS, inputs);
    String action = text(BIAS, answer, "action");
    if (!BIAS_ACTIONS.contains(action)) {
      throw unusable(BIAS, "action", "none, watch or raise-blind-share");
    }
    return new AutomationBias.Finding(
        action, text(BIAS, answer, "rule"), text(BIAS, answer, "because"));
  }

  private static String text(String table, Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof String text) {
      return text;
    }
    throw unusable(table, output, "a text in every row");
  }

  private static IllegalStateException unusable(String table, String output, String wanted) {
    return new IllegalStateException(
        "The table "
            + table
            + " must answer "
            + wanted
            + " in its output "
            + output
            + ". Correct the table, deploy it and retry.");
  }
}
