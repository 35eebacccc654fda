package io.touchstone.quality;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
  static final String RANDOM_AUDIT = "random-audit";
  static final String GOLD_FLAG = "gold-flag";
  static final String GOLD_LOOKS = "gold-looks";
  static final String BIAS = "automation-bias";
  private static final Set<String> BIAS_ACTIONS = Set.of("none", "watch", "raise-blind-share");
  static final String BIAS_POOLING = "bias-pooling";
  static final String METRIC_SELECTION = "metric-selection";
  static final String AGREEMENT_GATE = "agreement-gate";
  static final String GUIDELINE_REVISION = "guideline-revision";
  static final String TRUTH = "truth-method";

  private final Table tables;
  private final Map<RoutingCase, Route> routes = new HashMap<>();
  private final Map<FlagCase, GoldFlag> flags = new HashMap<>();

  QualityTables(Table tables) {
    this.tables = tables;
  }

  Route route(RoutingCase input) {
    return routes.computeIfAbsent(input, this::askForRoute);
  }

  private record FlagCase(GoldWindow window, long pausesBefore) {}

  /** As one look at all of somebody's gold. */
  GoldFlag flag(GoldScore score) {
    return flag(GoldWindow.whole(score), 0);
  }

  /**
   * @param pausesBefore how often the person was paused in the project
   */
  GoldFlag flag(GoldWindow window, long pausesBefore) {
    return flags.computeIfAbsent(new FlagCase(window, pausesBefore), this::askForFlag);
  }

  AgreementVerdict agreement(AgreementCase measure) {
    Map<String, Object> answer = tables.evaluate(AGREEMENT_GATE, measure.inputs());
    String verdict = text(AGREEMENT_GATE, answer, "verdict");
    for (AgreementVerdict.Outcome known : AgreementVerdict.Outcome.values()) {
      if (known.id().equals(verdict)) {
        return new AgreementVerdict(
            known, text(AGREEMENT_GATE, answer, "rule"), text(AGREEMENT_GATE, answer, "because"));
      }
    }
    throw unusable(AGREEMENT_GATE, "verdict", "clear, unclear or undecided");
  }

  /** Which coefficient the gates look at. */
  MetricChoice metric(MetricCase measured) {
    Map<String, Object> answer = tables.evaluate(METRIC_SELECTION, measured.inputs());
    return new MetricChoice(
        text(METRIC_SELECTION, answer, "metric"),
        text(METRIC_SELECTION, answer, "rule"),
        text(METRIC_SELECTION, answer, "because"));
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
    String rule = text(ROUTING, answer, "rule");
    Route.To to = to(text(ROUTING, answer, "route"));
    if (to == Route.To.ACCEPT && (input.votes().tie() || input.votes().count() == 0)) {
      throw new IllegalStateException(
          "The table adjudication-routing accepts items without a majority label (rule "
              + rule
              + "). Correct the table so that ties and items without judgements are reviewed,"
              + " deploy it and retry.");
    }
    if (to == Route.To.EXTRA_LABEL && !input.mayHaveMore()) {
      throw new IllegalStateException(
          "The table adjudication-routing asks for a further label where the project allows none or"
              + " nobody is left who may give it (rule "
              + rule
              + "). Correct the table so that such items are reviewed, deploy it and retry.");
    }
    return new Route(to, rule, text(ROUTING, answer, "because"));
  }

  private static Route.To to(String route) {
    for (Route.To known : Route.To.values()) {
      if (known.id().equals(route)) {
        return known;
      }
    }
    throw unusable(ROUTING, "route", "accept, extra-label or review");
  }

  /**
   * How much is looked at again.
   *
   * @param accepted items that votes alone have decided
   * @param acceptanceSample items that acceptance must see; empty where nothing is asked
   */
  AuditPlan audit(long accepted, Optional<Long> acceptanceSample) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("acceptedItems", accepted);
    inputs.put("acceptanceSample", acceptanceSample.orElse(null));
    Map<String, Object> answer = tables.evaluate(RANDOM_AUDIT, inputs);
    return new AuditPlan(
        share(answer, "share"),
        (long) number(answer, "least"),
        share(answer, "cover"),
        text(RANDOM_AUDIT, answer, "rule"));
  }

  private static double share(Map<String, Object> answer, String output) {
    double share = number(answer, output);
    if (!(share >= 0 && share <= 1)) {
      throw unusable(RANDOM_AUDIT, output, "a share from 0 to 1");
    }
    return share;
  }

  private static double number(Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof Number number) {
      return number.doubleValue();
    }
    throw unusable(RANDOM_AUDIT, output, "a number in every row");
  }

  private GoldFlag askForFlag(FlagCase asked) {
    Map<String, Object> answer =
        tables.evaluate(GOLD_FLAG, asked.window().inputs(asked.pausesBefore()));
    String action = text(GOLD_FLAG, answer, "action");
    for (GoldFlag.Action known : GoldFlag.Action.values()) {
      if (known.id().equals(action)) {
        return new GoldFlag(
            known,
            Boolean.TRUE.equals(answer.get("look")),
            text(GOLD_FLAG, answer, "rule"),
            text(GOLD_FLAG, answer, "because"));
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

  /** How the gold of a project is looked at. */
  LookRules looks(String projectKey) {
    Map<String, Object> answer = tables.evaluate(GOLD_LOOKS, Map.of("project", projectKey));
    if (answer.get("good") instanceof Double good
        && answer.get("poor") instanceof Double poor
        && answer.get("reworks") instanceof Number reworks) {
      return new LookRules(new Cusum(good, poor), reworks.intValue());
    }
    throw unusable(GOLD_LOOKS, "good, poor and reworks", "a number in every row");
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

  /**
   * Of which batches the bias test speaks.
   *
   * @param plantedInMonth judgements with a planted suggestion in view in the last 30 days
   */
  AutomationBias.Pooled pooling(long plantedInMonth) {
    Map<String, Object> answer =
        tables.evaluate(BIAS_POOLING, Map.of("plantedInMonth", plantedInMonth));
    if (answer.get("pool") instanceof Boolean pool) {
      return new AutomationBias.Pooled(
          pool,
          plantedInMonth,
          text(BIAS_POOLING, answer, "rule"),
          text(BIAS_POOLING, answer, "because"));
    }
    throw unusable(BIAS_POOLING, "pool", "true or false");
  }

  static String text(String table, Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof String text) {
      return text;
    }
    throw unusable(table, output, "a text in every row");
  }

  static IllegalStateException unusable(String table, String output, String wanted) {
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
