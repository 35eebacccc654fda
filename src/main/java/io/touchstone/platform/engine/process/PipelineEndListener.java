package io.touchstone.platform.engine.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * On the end of every pipeline instance. Put there when a diagram is read, so that no diagram can
 * forget it, those deployed earlier included; and as one of the engine's own listeners, so that
 * whoever deletes an instance without its listeners does not skip it.
 */
@Component
public class PipelineEndListener implements ExecutionListener {

  private final ObjectProvider<PipelineEnd> ends;

  PipelineEndListener(ObjectProvider<PipelineEnd> ends) {
    this.ends = ends;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ends.forEach(end -> end.ended(execution.getProcessBusinessKey(), execution.isCanceled()));
  }

  /** Puts the listener on the pipeline. */
  public AbstractBpmnParseListener guard() {
    return new AbstractBpmnParseListener() {
      @Override
      public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (Processes.PIPELINE.equals(definition.getKey())) {
          definition.addBuiltInListener(EVENTNAME_END, PipelineEndListener.this);
        }
      }
    };
  }
}
