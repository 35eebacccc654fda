package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.engine.ProjectGroups;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Belonging;
import io.touchstone.platform.security.project.ProjectOf;
import io.touchstone.platform.security.project.Thing;
import io.touchstone.platform.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's tasks, seen from the domain. */
@Service
public class PersonTasks implements ProjectOf {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final EngineRights rights;
  private final ProjectGroups groups;
  private final JdbcClient database;

  PersonTasks(
      TaskService tasks,
      RuntimeService runtime,
      EngineRights rights,
      ProjectGroups groups,
      JdbcClient database) {
    this.groups = groups;
    this.tasks = tasks;
    this.runtime = runtime;
    this.rights = rights;
    this.database = database;
  }

  /** The waiting task of that id, whoever may see it. */
  public Optional<OpenTask> find(String taskId) {
    return rights.asSystem(
        () ->
            Optional.ofNullable(
                    tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult())
                .map(this::open));
  }

  /**
   * The waiting task of that id, if this caller may work on it: it is the caller's, or in a pool
   * that the caller belongs to.
   *
   * @throws Refusal 404 if it does not wait any more, 403 if it is not for this caller
   */
  public OpenTask require(String taskId, Caller caller) {
    OpenTask task =
        find(taskId)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "task-gone",
                        "This task does not wait any more: somebody completed it, or its batch was"
                            + " stopped. Refresh the list."));
    if (!isFor(task, caller)) {
      throw new Refusal(403, "not-your-task", "This task is given to somebody else.");
    }
    return task;
  }

  /**
   * As {@link #require(String, Caller)}, and the task is of the kind that the page is made for.
   *
   * @param key of the kind, as the diagram names the task
   * @throws Refusal 404 if it is of another kind, too
   */
  public OpenTask require(String taskId, String key, Caller caller) {
    OpenTask task = require(taskId, caller);
    if (!task.key().equals(key)) {
      throw new Refusal(
          404,
          "other-task",
          "This page is for tasks of the kind \"%s\", and task %s is one of the kind \"%s\". Open it from the list."
              .formatted(key, taskId, task.key()));
    }
    return task;
  }

  private boolean isFor(OpenTask task, Caller caller) {
    boolean others = task.assignee().filter(person -> !person.equals(caller.id())).isPresent();
    if (others || caller.is(Role.ADMINISTRATOR)) {
      return !others;
    }
    List<IdentityLink> pool = pool(task.id());
    return pool.isEmpty() ? task.assignee().isPresent() : Pool.includes(pool, caller, groups);
  }

  private List<IdentityLink> pool(String taskId) {
    return rights.asSystem(
        () ->
            tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .toList());
  }

  @Override
  public Set<Thing> kinds() {
    return Set.of(Thing.TASK);
  }

  /** A task that is given to one person is hers; one from a pool belongs to the pool's project. */
  @Override
  public Belonging of(Thing thing, String taskId) {
    Optional<OpenTask> task = find(taskId);
    if (task.isEmpty()) {
      return new Belonging.Free();
    }
    List<IdentityLink> pool = pool(taskId);
    return pool.isEmpty() ? ofAssignee(task.get()) : Pool.belonging(pool);
  }

  private Belonging ofAssignee(OpenTask task) {
    return new Belonging.OfPerson(
        task.assignee().orElse(""), groups.project(Optional.ofNullable(task.batchId())));
  }

  /** The waiting tasks of a batch, in the order of their making. */
  public List<OpenTask> ofBatch(String batchId) {
    return rights.asSystem(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(batchId)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(this::open)
                .toList());
  }

  /**
   * Completes the task as this caller; one from the pool is claimed first. The task's {@link
   * TaskPolicy} decides within the same transaction.
   *
   * @param answers handed to the policy
   * @throws Refusal if the task is gone (404), another's (403), changed at the same moment (409) or
   *     the policy refuses
   */
  @Transactional
  public void complete(String taskId, Caller caller, Map<String, Object> answers) {
    lock(taskId);
    OpenTask task = require(taskId, caller);
    as(
        caller,
        () -> {
          if (task.assignee().isEmpty()) {
            tasks.claim(taskId, caller.id());
          }
          CompletionAnswers.during(answers, () -> tasks.complete(taskId));
        });
  }

  private static final String ENGINE = "org.camunda.bpm.engine.impl.";

  private static final String LOCK =
      """
      select id_ from act_ru_task where id_ = :task for update
      """;

  /** Of two people who decide at once, or of two clicks, the second finds the task gone. */
  private void lock(String taskId) {
    database.sql(LOCK).param("task", taskId).query(String.class).optional();
  }

  private OpenTask open(Task task) {
    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    if (instance == null) {
      throw changed();
    }
    return new OpenTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        instance.getBusinessKey(),
        Optional.ofNullable(task.getAssignee()),
        new HashMap<>(runtime.getVariables(task.getExecutionId())));
  }

  private void as(Caller caller, Runnable work) {
    try {
      rights.as(caller, work);
    } catch (AuthorizationException e) {
      throw new Refusal(403, "not-your-task", "This task is not for you.");
    } catch (OptimisticLockingException e) {
      throw changed();
    } catch (NullPointerException e) {
      throw isOfTheEngine(e) ? changed() : e;
    } catch (RuntimeException e) {
      throw Refusals.within(e).map(RuntimeException.class::cast).orElse(e);
    }
  }

  private static Refusal changed() {
    return new Refusal(
        409, "task-changed", "Somebody changed this task at the same moment. Refresh the list.");
  }

  /**
   * The engine reads a task's execution first and its process instance later; where that has ended
   * in between, it finds nothing and does not check (Camunda 7.24, ExecutionEntity).
   */
  private static boolean isOfTheEngine(NullPointerException e) {
    return e.getStackTrace().length > 0 && e.getStackTrace()[0].getClassName().startsWith(ENGINE);
  }
}
