package io.touchstone.quality.round;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The tables as they lie in processes/tables, evaluated by the engine's own DMN engine. */
public final class TablesOnDisk implements BatchTables {

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final Map<String, DmnDecision> parsed = new HashMap<>();
  private int evaluations;

  @Override
  public Map<String, Object> evaluate(String decisionKey, Map<String, Object> inputs) {
    evaluations++;
    return engine
        .evaluateDecisionTable(parsed.computeIfAbsent(decisionKey, this::parse), inputs)
        .getSingleResult()
        .getEntryMap();
  }

  private DmnDecision parse(String decisionKey) {
    try (InputStream table =
        Files.newInputStream(Path.of("processes", "tables", decisionKey + ".dmn"))) {
      return engine.parseDecision(decisionKey, table);
    } catch (IOException e) {
      throw new IllegalStateException("The table " + decisionKey + " cannot be read", e);
    }
  }

  public int evaluations() {
    return evaluations;
  }
}
