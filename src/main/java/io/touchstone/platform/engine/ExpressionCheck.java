package io.touchstone.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads every expression of a process, because the engine does not say where a broken one is. */
final class ExpressionCheck {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final List<String> ATTRIBUTES =
      List.of(
          "delegateExpression",
          "expression",
          "assignee",
          "candidateUsers",
          "candidateGroups",
          "dueDate",
          "followUpDate",
          "priority",
          "sourceExpression",
          "businessKey",
          "collection");

  private final ExpressionManager juel;

  /**
   * @param juel the engine's own, which knows its functions
   */
  ExpressionCheck(ExpressionManager juel) {
    this.juel = juel;
  }

  /** A sentence per expression of this element that cannot be read. */
  List<String> faults(String file, BaseElement element) {
    List<String> faults = new ArrayList<>();
    expressions(element)
        .forEach(
            expression -> {
              try {
                juel.createExpression(expression);
              } catch (RuntimeException e) {
                faults.add(
                    file
                        + ": element \""
                        + element.getId()
                        + "\": the expression "
                        + expression
                        + " cannot be read.");
              }
            });
    return faults;
  }

  private static Stream<String> expressions(BaseElement element) {
    Stream<ModelElementInstance> inside =
        element.getExtensionElements() == null
            ? Stream.empty()
            : element.getExtensionElements().getElements().stream();
    Stream<String> attributes =
        Stream.concat(Stream.of(element), inside)
            .flatMap(
                each ->
                    ATTRIBUTES.stream()
                        .flatMap(
                            name ->
                                Stream.of(
                                    each.getAttributeValueNs(CAMUNDA, name),
                                    each.getAttributeValue(name))));
    Stream<String> condition =
        element instanceof SequenceFlow flow && flow.getConditionExpression() != null
            ? Stream.of(flow.getConditionExpression().getTextContent())
            : Stream.empty();
    return Stream.concat(attributes, condition)
        .filter(text -> text != null && (text.contains("${") || text.contains("#{")));
  }
}
