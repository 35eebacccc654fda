package io.touchstone.platform.engine.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionLogic;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionLiteralExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.feel.FeelEngine;

/**
 * Reads every cell of a table as FEEL. The engine itself reads a cell only when it needs it, so
 * that a misspelt one would show on the day a batch comes to it.
 */
final class FeelCheck {

  private static final Pattern POSITION = Pattern.compile(":1:(\\d+), found");

  private final FeelEngine feel =
      new FeelEngine(
          FeelEngine.defaultFunctionProvider(),
          FeelEngine.defaultValueMapper(),
          FeelEngine.defaultConfiguration(),
          FeelEngine.defaultClock());

  /** A sentence per cell that is not FEEL, each naming file, rule and cell. */
  List<String> faults(String file, DmnDecision decision) {
    List<String> faults = new ArrayList<>();
    DmnDecisionLogic logic = decision.getDecisionLogic();
    if (logic instanceof DmnDecisionTableImpl table) {
      table
          .getInputs()
          .forEach(input -> checkExpression(file, "input", input.getExpression(), faults));
      table.getRules().forEach(rule -> checkRule(file, rule, faults));
    } else if (logic instanceof DmnDecisionLiteralExpressionImpl literal) {
      checkExpression(
          file, "decision \"" + decision.getKey() + "\"", literal.getExpression(), faults);
    }
    return faults;
  }

  private void checkRule(String file, DmnDecisionTableRuleImpl rule, List<String> faults) {
    String place = "rule \"" + rule.getId() + "\"";
    for (DmnExpressionImpl cell : rule.getConditions()) {
      feel(cell)
          .filter(text -> feel.parseUnaryTests(text).isLeft())
          .map(
              text ->
                  fault(
                      file, place, cell, feel.parseUnaryTests(text).left().get().message(), "test"))
          .ifPresent(faults::add);
    }
    rule.getConclusions().forEach(cell -> checkExpression(file, place, cell, faults));
  }

  private void checkExpression(
      String file, String place, DmnExpressionImpl cell, List<String> faults) {
    feel(cell)
        .filter(text -> feel.parseExpression(text).isLeft())
        .map(
            text ->
                fault(
                    file,
                    place,
                    cell,
                    feel.parseExpression(text).left().get().message(),
                    "expression"))
        .ifPresent(faults::add);
  }

  /** The cell's text, empty where there is none or it is of another language. */
  private static Optional<String> feel(DmnExpressionImpl cell) {
    if (cell == null || cell.getExpression() == null || cell.getExpression().isBlank()) {
      return Optional.empty();
    }
    String language = cell.getExpressionLanguage();
    boolean otherLanguage = language != null && !language.toLowerCase().contains("feel");
    return otherLanguage ? Optional.empty() : Optional.of(cell.getExpression().strip());
  }

  private static String fault(
      String file, String place, DmnExpressionImpl cell, String message, String kind) {
    Matcher position = POSITION.matcher(message);
    return file
        + ": "
        + place
        + ", cell \""
        + cell.getId()
        + "\": "
        + cell.getExpression().strip()
        + " is no FEEL "
        + kind
        + (position.find() ? "; it breaks off at character " + position.group(1) : "")
        + ".";
  }
}
