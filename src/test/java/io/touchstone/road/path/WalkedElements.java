package io.touchstone.road.path;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Notes each activity that ends and each sequence flow that is taken, in every test on the engine.
 *
 * <p>Ours instead of camunda-process-test-coverage: that one asks the repository for the model with
 * the rights of whoever completes a task, which an annotator lacks, so no submit succeeds under it;
 * it measures class by class, and its lists are not made for the threads of our races. Ours instead
 * of the engine's history: history keeps activities only, and a path is made of flows too.
 */
@Component
class WalkedElements extends AbstractProcessEnginePlugin {

  /** Ids of walked elements by process key. */
  private static final Map<String, Set<String>> WALKED = new ConcurrentHashMap<>();

  static Set<String> of(String processKey) {
    return WALKED.getOrDefault(processKey, Set.of());
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.getCustomPostBPMNParseListeners().add(listener());
  }

  private static void walked(String processKey, String elementId) {
    WALKED.computeIfAbsent(processKey, key -> ConcurrentHashMap.newKeySet()).add(elementId);
  }

  private static BpmnParseListener listener() {
    return new AbstractBpmnParseListener() {
      @Override
      public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.getActivities().forEach(activity -> listen(process.getKey(), activity));
      }

      @Override
      public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        String process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        flow.addListener(
            ExecutionListener.EVENTNAME_TAKE,
            (ExecutionListener) execution -> walked(process, flow.getId()));
      }
    };
  }

  private static void listen(String process, ActivityImpl activity) {
    activity.addListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener) execution -> walked(process, activity.getId()));
    activity.getActivities().forEach(inner -> listen(process, inner));
  }
}
