package io.touchstone.health.review;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.BeanFactory;

/** Health reviews as a test speaks of them: asked for or due, jobs run, a data manager answers. */
public final class ReviewRoom {

  private static final String PROCESS = HealthReviews.PROCESS;

  private final BeanFactory beans;
  private final Caller manager;

  private ReviewRoom(BeanFactory beans) {
    this.beans = beans;
    this.manager = new Caller("healthmanager", Set.of(Role.DATA_MANAGER));
    beans
        .getBean(Directory.class)
        .add(manager.id(), "Health Manager", Optional.empty(), manager.roles());
  }

  /** A room in which no review is open; whatever another test left is closed. */
  public static ReviewRoom of(BeanFactory beans) {
    ReviewRoom room = new ReviewRoom(beans);
    Optional<HealthReview> left =
        room.reviews().newest().stream().filter(ReviewRoom::isOpen).findFirst();
    left.ifPresent(review -> room.untilItRests(review.id()).close(review.id(), List.of(), ""));
    return room;
  }

  private static boolean isOpen(HealthReview review) {
    return review.closedAt().isEmpty();
  }

  public Caller manager() {
    return manager;
  }

  HealthReviews reviews() {
    return beans.getBean(HealthReviews.class);
  }

  HealthReview review(String id) {
    return reviews().require(id);
  }

  /** Starts one by hand and lets it wait for its data manager. */
  public String asked() {
    String id = reviews().start(manager.id());
    untilItRests(id);
    return id;
  }

  /** Lets the timer come due, once; the process that it starts, not yet begun. */
  public ProcessInstance due() {
    List<String> before = instanceIds();
    beans.getBean(ManagementService.class).executeJob(timer().getId());
    String made =
        instanceIds().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
    ExecutionEntity instance = new ExecutionEntity();
    instance.setId(made);
    instance.setProcessInstanceId(made);
    return instance;
  }

  private List<String> instanceIds() {
    return beans
        .getBean(HistoryService.class)
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(PROCESS)
        .list()
        .stream()
        .map(HistoricProcessInstance::getId)
        .toList();
  }

  /** The one timer that waits, in the newest deployment. */
  public Job timer() {
    List<Job> timers = timers();
    if (timers.size() != 1) {
      throw new AssertionError("Not one timer but " + timers);
    }
    return timers.get(0);
  }

  /** All timers that would start a review, in whatever deployment. */
  public List<Job> timers() {
    return beans.getBean(ManagementService.class).createJobQuery().timers().list().stream()
        .filter(job -> PROCESS.equals(job.getProcessDefinitionKey()))
        .toList();
  }

  /** Runs the jobs of a process instance until it waits or has ended. */
  public ReviewRoom untilItRests(ProcessInstance instance) {
    ManagementService management = beans.getBean(ManagementService.class);
    for (Job job = nextJob(instance); job != null; job = nextJob(instance)) {
      management.executeJob(job.getId());
    }
    return this;
  }

  private Job nextJob(ProcessInstance instance) {
    return beans
        .getBean(ManagementService.class)
        .createJobQuery()
        .messages()
        .processInstanceId(instance.getProcessInstanceId())
        .listPage(0, 1)
        .stream()
        .findFirst()
        .orElse(null);
  }

  public ReviewRoom untilItRests(String reviewId) {
    beans
        .getBean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reviewId)
        .list()
        .forEach(this::untilItRests);
    return this;
  }

  /** The process of a review, running or ended. */
  public ProcessInstance instance(String reviewId) {
    HistoricProcessInstance historic =
        beans
            .getBean(HistoryService.class)
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(reviewId)
            .singleResult();
    ExecutionEntity instance = new ExecutionEntity();
    instance.setId(historic.getId());
    instance.setProcessInstanceId(historic.getId());
    return instance;
  }

  /** Whether a process instance runs in the newest deployment. */
  public boolean isInNewestDeployment(String reviewId) {
    String definition =
        beans
            .getBean(HistoryService.class)
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(reviewId)
            .singleResult()
            .getProcessDefinitionId();
    return beans
        .getBean(RepositoryService.class)
        .createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS)
        .latestVersion()
        .singleResult()
        .getId()
        .equals(definition);
  }

  /** The task that waits for a data manager. */
  public OpenTask task(String reviewId) {
    return beans.getBean(PersonTasks.class).ofBatch(reviewId).get(0);
  }

  /** The data manager closes the review. */
  public ReviewRoom close(String reviewId, List<String> accepted, String minutes) {
    return answer(manager, reviewId, Map.of("accepted", accepted, "minutes", minutes));
  }

  public ReviewRoom answer(Caller caller, String reviewId, Map<String, Object> answers) {
    beans.getBean(PersonTasks.class).complete(task(reviewId).id(), caller, answers);
    return untilItRests(reviewId);
  }
}
