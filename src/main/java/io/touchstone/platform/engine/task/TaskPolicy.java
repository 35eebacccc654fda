package io.touchstone.platform.engine.task;

import java.util.Map;

/**
 * Decides whether a person may complete a task now, and does what completing means. Called by the
 * task's own complete listener, so there is no way around it: whichever door the completion came
 * through.
 */
public interface TaskPolicy {

  /** Id of the user task in the BPMN. */
  String taskKey();

  /**
   * Runs inside the completing transaction.
   *
   * @param personId who completes; the assignee
   * @param answers what the person answered, keyed by name
   * @return variables for the process: codes and counts only
   * @throws io.touchstone.platform.web.Refusal if this person may not complete this task now
   */
  Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers);
}
