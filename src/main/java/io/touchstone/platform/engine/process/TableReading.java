package io.touchstone.platform.engine.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** From a DMN model to the table that a person reads. */
final class TableReading {

  private TableReading() {}

  static TableVersion of(
      DecisionDefinition definition, DmnModelInstance model, Instant deployedAt, String sha256) {
    Decision decision = model.getModelElementById(definition.getKey());
    DecisionTable table = (DecisionTable) decision.getExpression();
    return new TableVersion(
        definition.getId(),
        definition.getKey(),
        Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
        text(decision.getDescription()),
        definition.getVersion(),
        Optional.ofNullable(definition.getVersionTag()),
        deployedAt,
        sha256,
        table.getHitPolicy().name(),
        table.getInputs().stream().map(TableReading::column).toList(),
        table.getOutputs().stream().map(TableReading::column).toList(),
        table.getRules().stream().map(TableReading::rule).toList());
  }

  private static TableVersion.Column column(Input input) {
    String expression = text(input.getInputExpression().getText());
    return new TableVersion.Column(
        Optional.ofNullable(input.getLabel()).orElse(expression), expression);
  }

  private static TableVersion.Column column(Output output) {
    return new TableVersion.Column(
        Optional.ofNullable(output.getLabel()).orElse(output.getName()), output.getName());
  }

  private static TableVersion.Rule rule(Rule rule) {
    return new TableVersion.Rule(
        texts(rule.getInputEntries().stream().map(entry -> entry.getText()).toList()),
        texts(rule.getOutputEntries().stream().map(entry -> entry.getText()).toList()),
        text(rule.getDescription()));
  }

  private static List<String> texts(Collection<Text> entries) {
    return entries.stream().map(TableReading::text).toList();
  }

  private static String text(Text text) {
    return text == null ? "" : text.getTextContent().strip();
  }

  private static String text(Description description) {
    return description == null ? "" : description.getTextContent().strip();
  }
}
