package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Role;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** If a call came past every door, the guards in the engine would still refuse it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsTest extends IntegrationTest {

  private static final String OWN_FORM_ONLY = "in no other way";

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService tasks;
  private ProbeProcess probe;

  @BeforeAll
  void a_process() {
    probe = new ProbeProcess(engine);
    probe.deploy();
  }

  @AfterEach
  void nobody_is_logged_in() {
    engine.getIdentityService().clearAuthentication();
    probe.stopAll();
  }

  @AfterAll
  void clean_up() {
    probe.remove();
  }

  @Test
  void only_the_assignee_completes() {
    Task others = probe.startFor("guardben");
    Task pool = probe.start();

    refused("guardann", () -> tasks.complete(others.getId()), "Only the person");
    refused("guardann", () -> tasks.complete(pool.getId(), Map.of("x", 1)), "Only the person");
    refused(
        "guardann",
        () -> engine.getFormService().submitTaskForm(others.getId(), Map.of()),
        "Only the person");
  }

  @Test
  void no_program_completes_a_persons_task() {
    Task own = probe.startFor("guardann");

    assertThatThrownBy(() -> tasks.complete(own.getId())).hasMessageContaining("by a person");
    assertThat(isWaiting(own)).isTrue();
  }

  @Test
  void an_administrator_does_not_complete_anothers_task_either() {
    Task others = probe.startFor("guardben");
    logIn("admin", Role.ADMINISTRATOR);

    assertThatThrownBy(() -> tasks.complete(others.getId())).hasMessageContaining("Only the");
  }

  @Test
  void nobody_resolves_a_task_and_so_takes_it_from_its_assignee() {
    Task others = probe.startFor("guardben");

    refused("guardann", () -> tasks.resolveTask(others.getId()), "for yourself only");
    refused("guardben", () -> tasks.resolveTask(others.getId()), "for yourself only");
  }

  @Test
  void nobody_claims_for_another() {
    Task pool = probe.start();

    refused("guardann", () -> tasks.claim(pool.getId(), "guardben"), "for yourself only");

    logIn("guardann", Role.ANNOTATOR);
    tasks.claim(pool.getId(), "guardann");
    assertThat(isWaiting(pool)).isTrue();
  }

  @Test
  void an_administrator_and_the_process_assign_to_others() {
    Task pool = probe.start();
    Task second = probe.start();
    logIn("admin", Role.ADMINISTRATOR);
    tasks.setAssignee(pool.getId(), "guardben");
    engine.getIdentityService().clearAuthentication();
    tasks.setAssignee(second.getId(), "guardben");

    assertThat(tasks.createTaskQuery().taskAssignee("guardben").count()).isEqualTo(2);
  }

  @Test
  void a_person_ends_no_task_by_an_error_an_escalation_a_signal_or_deletion() {
    Task own = probe.startFor("guardann");

    refused("guardann", () -> tasks.handleBpmnError(own.getId(), "broken"), OWN_FORM_ONLY);
    refused("guardann", () -> tasks.handleEscalation(own.getId(), "escalated"), OWN_FORM_ONLY);
    refused(
        "guardann",
        () -> engine.getRuntimeService().signalEventReceived("doors-probe-signal"),
        "does not have");
    logIn("guardann", Role.ANNOTATOR);
    assertThatThrownBy(
            () ->
                engine
                    .getRuntimeService()
                    .deleteProcessInstance(own.getProcessInstanceId(), "mine"))
        .isInstanceOf(RuntimeException.class);
    assertThat(isWaiting(own)).isTrue();
  }

  @Test
  void the_process_itself_ends_a_task() {
    Task own = probe.startFor("guardann");

    engine.getRuntimeService().signalEventReceived("doors-probe-signal");

    assertThat(isWaiting(own)).isFalse();
  }

  private void refused(String user, ThrowingCallable call, String sentence) {
    String before = probe.state();
    logIn(user, Role.ANNOTATOR);
    assertThatThrownBy(call).hasStackTraceContaining(sentence);
    engine.getIdentityService().clearAuthentication();
    assertThat(probe.state()).isEqualTo(before);
  }

  /** An auditor as well, so that no missing right to read refuses before the guard does. */
  private void logIn(String user, Role role) {
    engine
        .getIdentityService()
        .setAuthentication(user, List.of(role.group(), Role.AUDITOR.group()));
  }

  private boolean isWaiting(Task task) {
    engine.getIdentityService().clearAuthentication();
    return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
  }
}
