package io.touchstone.platform.engine.code;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Keeps the engine from reading a process that would run what the product does not name. */
public final class CodeGuard extends AbstractBpmnParseListener {

  private final CodeCheck check;

  public CodeGuard(CodeCheck check) {
    this.check = check;
  }

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    List<String> faults = check.faults(root);
    if (!faults.isEmpty()) {
      throw new ProcessEngineException("This process is not run: " + String.join(" And ", faults));
    }
  }
}
