package io.touchstone.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;

/** The tables below {@code processes}, and which of their rules have fired. */
final class RuleCoverage {

  private final Map<String, DmnDecision> decisions = new TreeMap<>();
  private final Set<String> fired = new HashSet<>();
  private final DmnEngine engine;

  RuleCoverage() {
    DefaultDmnEngineConfiguration configuration =
        (DefaultDmnEngineConfiguration)
            DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.getCustomPostDecisionTableEvaluationListeners().add(this::note);
    engine = configuration.buildEngine();
    for (String folder : List.of("gates", "tables")) {
      read(Path.of("processes", folder));
    }
  }

  private void read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".dmn")).toList()) {
        try (InputStream content = Files.newInputStream(file)) {
          engine.parseDecisions(content).forEach(each -> decisions.put(each.getKey(), each));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(DmnDecisionTableEvaluationEvent event) {
    event.getMatchingRules().stream()
        .map(DmnEvaluatedDecisionRule::getId)
        .map(rule -> event.getDecisionTable().getKey() + "/" + rule)
        .forEach(fired::add);
  }

  /** The outputs of the one rule that fires. */
  Map<String, Object> evaluate(String table, Map<String, Object> inputs) {
    DmnDecisionTableResult result = engine.evaluateDecisionTable(decisions.get(table), inputs);
    return result.getSingleResult().getEntryMap();
  }

  Set<String> tables() {
    return decisions.keySet();
  }

  /**
   * One table's share.
   *
   * @param missed rules that never fired
   */
  record Share(String table, int fired, int rules, List<String> missed) {

    double percent() {
      return 100.0 * fired / rules;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "rule-coverage %s %.1f percent, %d of %d%s",
          table,
          percent(),
          fired,
          rules,
          missed.isEmpty() ? "" : ", missed " + missed);
    }
  }

  List<Share> shares() {
    List<Share> shares = new ArrayList<>();
    decisions.forEach(
        (key, decision) -> {
          List<String> missed =
              ((DmnDecisionTableImpl) decision.getDecisionLogic())
                  .getRules().stream()
                      .map(rule -> rule.getId())
                      .filter(rule -> !fired.contains(key + "/" + rule))
                      .toList();
          int rules = ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules().size();
          shares.add(new Share(key, rules - missed.size(), rules, missed));
        });
    return shares;
  }

  static Share total(List<Share> shares) {
    return new Share(
        "total",
        shares.stream().mapToInt(Share::fired).sum(),
        shares.stream().mapToInt(Share::rules).sum(),
        shares.stream().flatMap(share -> share.missed().stream()).toList());
  }
}
