package io.touchstone.road;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.BeanFactory;

/** The engine behind a road: its jobs run when a test says so. */
public final class EngineRoom {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final HistoryService history;

  public EngineRoom(BeanFactory beans) {
    this.runtime = beans.getBean(RuntimeService.class);
    this.management = beans.getBean(ManagementService.class);
    this.history = beans.getBean(HistoryService.class);
  }

  /**
   * Runs the jobs that are due, timers left out.
   *
   * @param businessKey of the instances: a batch, or what else a process is about
   */
  public void runJobs(String businessKey) {
    runJobs(businessKey, job -> true);
  }

  void runJobsUpTo(String batchId, String activityId) {
    runJobs(batchId, job -> !activityOf(job).equals(activityId));
  }

  private void runJobs(String batchId, Predicate<Job> wanted) {
    for (List<Job> jobs = jobs(batchId, wanted); !jobs.isEmpty(); jobs = jobs(batchId, wanted)) {
      management.executeJob(jobs.get(0).getId());
    }
  }

  /** Jobs of the batch that are due, timers left out. */
  public List<Job> jobs(String batchId) {
    return jobs(batchId, job -> true);
  }

  public List<Job> jobsAt(String batchId, String activityId) {
    return jobs(batchId, job -> activityOf(job).equals(activityId));
  }

  private List<Job> jobs(String batchId, Predicate<Job> wanted) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(batchId).list().stream()
        .flatMap(
            instance ->
                management
                    .createJobQuery()
                    .messages()
                    .processInstanceId(instance.getId())
                    .list()
                    .stream())
        .filter(wanted)
        .toList();
  }

  private String activityOf(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  /** Timers of the batch's running instances, the first due first. */
  public List<Job> timers(String batchId) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(batchId).list().stream()
        .flatMap(
            instance ->
                management
                    .createJobQuery()
                    .timers()
                    .processInstanceId(instance.getId())
                    .list()
                    .stream())
        .sorted(Comparator.comparing(Job::getDuedate))
        .toList();
  }

  /**
   * Moves the clock of engine and product to just after the time at which the batch's first timer
   * is due, and runs the timers that are due then.
   */
  public void untilTheNextTimer(String batchId) {
    Date due = timers(batchId).get(0).getDuedate();
    ClockUtil.setCurrentTime(new Date(due.getTime() + 1000));
    timers(batchId).stream()
        .filter(timer -> !timer.getDuedate().after(ClockUtil.getCurrentTime()))
        .forEach(timer -> management.executeJob(timer.getId()));
  }

  /** Runs one job, as a thread of the job executor does. */
  public void run(Job job) {
    management.executeJob(job.getId());
  }

  /**
   * The batch's instances of a process, running or ended, the oldest first, in the shape that the
   * engine's assertions ask for.
   */
  public List<ProcessInstance> instances(String batchId, String processKey) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(batchId)
        .processDefinitionKey(processKey)
        .orderByProcessInstanceStartTime()
        .asc()
        .list()
        .stream()
        .map(EngineRoom::instance)
        .toList();
  }

  private static ProcessInstance instance(HistoricProcessInstance historic) {
    ExecutionEntity instance = new ExecutionEntity();
    instance.setId(historic.getId());
    instance.setProcessInstanceId(historic.getId());
    instance.setProcessDefinitionId(historic.getProcessDefinitionId());
    return instance;
  }

  /** Activities at which a job has no attempt left. */
  public long incidents(String batchId) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(batchId)
        .withIncident()
        .count();
  }

  /** How often the batch's instances of a process have been through an activity. */
  public long passed(String batchId, String processKey, String activityId) {
    return instances(batchId, processKey).stream()
        .mapToLong(
            instance ->
                history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .activityId(activityId)
                    .finished()
                    .count())
        .sum();
  }

  /** Ends the batch's running instances of a process, as an administrator may. */
  public void cancel(String batchId, String processKey) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(batchId)
        .processDefinitionKey(processKey)
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
  }
}
