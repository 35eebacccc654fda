package io.touchstone.platform.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that starts by a timer is started by one version of it, or by none. */
class StartTimersTest extends IntegrationTest {

  private static final String PROBE = "timer-probe";

  @Autowired private ProcessDeployment deployment;
  @Autowired private RepositoryService repository;
  @Autowired private ManagementService management;
  private final List<String> deployments = new ArrayList<>();

  @AfterEach
  void removeTheProbe() {
    deployments.forEach(id -> repository.deleteDeployment(id, true));
  }

  private void deployProbe(String name) {
    deployments.add(
        repository
            .createDeployment()
            .addModelInstance(
                PROBE + ".bpmn",
                Bpmn.createExecutableProcess(PROBE)
                    .name(name)
                    .camundaHistoryTimeToLive(1)
                    .startEvent()
                    .timerWithCycle("0 0 6 ? * MON")
                    .endEvent()
                    .done())
            .deploy()
            .getId());
  }

  private List<Job> timers(String processKey) {
    return management.createJobQuery().timers().list().stream()
        .filter(timer -> processKey.equals(timer.getProcessDefinitionKey()))
        .toList();
  }

  @Test
  void a_new_version_takes_the_timer_over() {
    deployProbe("first");
    deployProbe("second");

    assertThat(timers(PROBE))
        .singleElement()
        .satisfies(timer -> assertThat(timer.getDeploymentId()).isEqualTo(deployments.get(1)));
  }

  @Test
  void a_process_that_is_no_longer_in_the_set_is_not_started_any_more() {
    deployProbe("removed");
    String installed =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("health-review")
            .latestVersion()
            .singleResult()
            .getDeploymentId();

    deployment.endTimersOutside(installed);

    assertThat(timers(PROBE)).isEmpty();
    assertThat(timers("health-review")).hasSize(1);
  }
}
