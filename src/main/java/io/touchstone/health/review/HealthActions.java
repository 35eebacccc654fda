package io.touchstone.health.review;

import io.touchstone.health.metric.HealthFigures;
import io.touchstone.health.metric.HealthFinding;
import io.touchstone.platform.engine.process.DecisionTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the table health-actions about each finding. */
@Component
class HealthActions {

  private static final String TABLE = "health-actions";
  private static final String NONE = "none";

  private final DecisionTables tables;

  HealthActions(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * What is worth doing; a finding that asks for nothing makes no proposal.
   *
   * @param processDefinitionId of the running review: the table is the one of its deployment
   */
  List<Proposal> propose(HealthFigures figures, String processDefinitionId) {
    int version = tables.versionBeside(processDefinitionId, TABLE);
    return HealthFinding.of(figures).stream()
        .map(finding -> proposal(finding, processDefinitionId, version))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Proposal> proposal(
      HealthFinding finding, String processDefinitionId, int version) {
    Map<String, Object> answer =
        tables.evaluateBeside(processDefinitionId, TABLE, finding.inputs());
    String action = text(answer, "action");
    if (action.equals(NONE)) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposal(
            finding.project() + "/" + finding.metric(),
            finding.project(),
            finding.metric(),
            action,
            text(answer, "proposal"),
            text(answer, "rule"),
            text(answer, "because"),
            version));
  }

  private static String text(Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalStateException(
        "The table health-actions must answer a text in its output "
            + output
            + " in every row. Correct the table, start again and retry.");
  }
}
