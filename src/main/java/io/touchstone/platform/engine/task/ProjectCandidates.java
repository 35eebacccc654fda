package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.ProjectGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The candidate groups of a user task as its diagram says them, given to those of the project that
 * the instance belongs to.
 *
 * @param said as the diagram says it: ids with commas between, or a collection of them
 */
record ProjectCandidates(Expression said, ProjectGroups groups) implements Expression {

  @Override
  public Object getValue(VariableScope scope) {
    Optional<String> businessKey =
        scope instanceof DelegateExecution execution
            ? Optional.ofNullable(execution.getProcessBusinessKey())
            : Optional.empty();
    List<String> candidates = new ArrayList<>();
    for (String group : ids(said.getValue(scope))) {
      candidates.addAll(groups.candidates(group, businessKey));
    }
    return candidates;
  }

  private static List<String> ids(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(Object::toString).toList();
    }
    return value == null ? List.of() : List.of(value.toString().strip().split("\\s*,\\s*"));
  }

  @Override
  public void setValue(Object value, VariableScope scope) {
    said.setValue(value, scope);
  }

  @Override
  public String getExpressionText() {
    return said.getExpressionText();
  }

  @Override
  public boolean isLiteralText() {
    return said.isLiteralText();
  }
}
