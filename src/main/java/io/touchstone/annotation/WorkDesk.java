package io.touchstone.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerKind;
import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.WorkPackages;
import io.touchstone.workforce.SessionAdvice;
import io.touchstone.workforce.WorkSessions;
import io.touchstone.workforce.Workforce;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person does with a work package: open it, save drafts, submit. */
@Service
public class WorkDesk {

  private static final double MAX_ACTIVE_SECONDS = 86_400;

  private final WorkPackages packages;
  private final WorkRepository work;
  private final WorkAssembly assembly;
  private final Batches batches;
  private final Projects projects;
  private final Workforce workforce;
  private final WorkSessions sessions;
  private final PersonTasks tasks;
  private final AfterSubmit afterSubmit;
  private final ItemObjects objects;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WorkDesk(
      WorkPackages packages,
      WorkRepository work,
      WorkAssembly assembly,
      Batches batches,
      Projects projects,
      Workforce workforce,
      WorkSessions sessions,
      PersonTasks tasks,
      AfterSubmit afterSubmit,
      ItemObjects objects,
      TransactionTemplate transaction,
      Clock clock) {
    this.packages = packages;
    this.work = work;
    this.assembly = assembly;
    this.batches = batches;
    this.projects = projects;
    this.workforce = workforce;
    this.sessions = sessions;
    this.tasks = tasks;
    this.afterSubmit = afterSubmit;
    this.objects = objects;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * The caller's next package, opened; empty when there is nothing to do.
   *
   * @throws Refusal 429 during a break
   */
  public Optional<Work> next(Caller caller) {
    if (workforce.find(caller.id()).isEmpty()) {
      return Optional.empty();
    }
    afterSubmit.look(caller.id());
    return transaction.execute(
        status -> {
          sessions.mayOpen(caller.id());
          return packages.offerNext(caller.id()).map(assembly::of);
        });
  }

  /**
   * The package of a Tasklist task.
   *
   * @throws Refusal 404 if it is not open any more, 403 if it is another's, 409 if a talk about the
   *     guideline comes first, 429 during a break
   */
  public Work ofTask(String taskId, Caller caller) {
    afterSubmit.look(caller.id());
    return transaction.execute(status -> open(taskId, caller));
  }

  private Work open(String taskId, Caller caller) {
    if (packages.findByTask(taskId).isEmpty()) {
      mustBeFree(caller);
    }
    WorkPackage workPackage =
        packages
            .findByTask(taskId)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "package-gone",
                        "This work package is not open any more. Refresh the task list."));
    mustOwn(workPackage, caller);
    sessions.mayOpen(caller.id());
    return assembly.of(workPackage);
  }

  /**
   * @throws Refusal 409 if a talk about the guideline comes before other work
   */
  public void mustBeFree(Caller caller) {
    if (afterSubmit.talkComesFirst(caller.id())) {
      throw new Refusal(
          409,
          "clarify-first",
          "Before new items come, a few classes that are easily confused wait for you: open"
              + " \"Clarify guideline\" in your task list. It takes some minutes; then it goes"
              + " on.");
    }
  }

  /**
   * What a person says of an item so far.
   *
   * @param members of the JSON that was sent: the answer stands under the member of its kind
   * @param accepted whether it was taken over from the suggestion; never refused, because a refusal
   *     would tell what is shown where
   */
  public record Said(Map<String, JsonNode> members, boolean accepted) {

    static final String NOTE = "note";

    /** Nothing yet. */
    public static final Said NOTHING = new Said(Map.of(), false);

    /** An answer of the person's own. */
    public static Said of(Answer answer) {
      return new Said(Map.of(answer.kind().member(), answer.json()), false);
    }

    /** The same answer, taken over from the suggestion. */
    public Said takenOver() {
      return new Said(members, true);
    }

    /** The same with why something is not answered, in the person's own words. */
    public Said noting(String note) {
      Map<String, JsonNode> all = new HashMap<>(members);
      all.put(NOTE, TextNode.valueOf(note));
      return new Said(all, accepted);
    }

    Optional<String> note() {
      return Optional.ofNullable(members.get(NOTE)).map(JsonNode::textValue);
    }

    Optional<JsonNode> under(AnswerKind kind) {
      return Optional.ofNullable(members.get(kind.member())).filter(sent -> !sent.isNull());
    }
  }

  /**
   * Saves a draft.
   *
   * @param expectedVersion the version the person saw, 0 for none yet
   * @return the new version
   * @throws Refusal 412 with the current draft if somebody saved in between, 422 with the place for
   *     an answer that the project does not take
   */
  @Transactional
  public int saveDraft(
      Caller caller,
      String packageId,
      String assignmentId,
      int expectedVersion,
      Said answer,
      double activeSeconds) {
    WorkPackage open = require(packageId);
    mustOwn(open, caller);
    if (open.state() != WorkPackage.State.OPEN) {
      throw closed(open);
    }
    String text = work.text(assignmentId, packageId).orElseThrow(WorkDesk::unknownAssignment);
    Batch batch = batches.require(open.batchId());
    Project project = projects.of(batch.pins());
    AnswerCheck check = AnswerCheck.of(project, text);
    Optional<Answer> labelling = check.accept(answer);
    if (!(activeSeconds >= 0 && activeSeconds <= MAX_ACTIVE_SECONDS)) {
      throw new Refusal(
          422, "bad-active-seconds", "activeSeconds must be a number from 0 to 86400.");
    }
    Optional<Work.Draft> before = work.findDraft(assignmentId);
    sessions.maySave(caller.id(), assignmentId, before.isEmpty());
    if (!work.save(
        assignmentId,
        expectedVersion,
        new WorkRepository.Said(
            labelling,
            check.isComplete(labelling),
            AnswerCheck.note(labelling, answer),
            activeSeconds,
            answer.accepted()),
        clock.instant())) {
      throw new Refusal(
          412,
          "draft-changed",
          "This item was saved elsewhere in between, in another window perhaps.",
          Map.of("current", work.findDraft(assignmentId).orElse(NO_DRAFT)));
    }
    sessions.worked(caller.id(), activeSeconds - before.map(Work.Draft::activeSeconds).orElse(0.0));
    return expectedVersion + 1;
  }

  /** What the caller should be told about the time at work. */
  public SessionAdvice advice(Caller caller) {
    return sessions.advice(caller.id());
  }

  private static final Work.Draft NO_DRAFT =
      new Work.Draft(0, Optional.empty(), Optional.empty(), 0, false);

  /**
   * What a submit came to.
   *
   * @param next the person's next package, if there is one
   * @param talk the task of a talk about the guideline that comes first
   */
  public record Submitted(
      String packageId, int submitted, Optional<WorkPackage> next, Optional<String> talk) {

    /** The task that the person should open next. */
    public Optional<String> nextTask() {
      return talk.or(() -> next.flatMap(WorkPackage::taskId));
    }
  }

  /**
   * Submits a package: its drafts become judgements. Repeating it under the same key gives the same
   * answer and changes nothing.
   *
   * @throws Refusal 422 with the missing assignments if items lack a label, 409 if it was submitted
   *     before under another key
   */
  public Submitted submit(Caller caller, String packageId, String idempotencyKey) {
    int submitted = transaction.execute(status -> judgements(caller, packageId, idempotencyKey));
    afterSubmit.look(caller.id());
    return new Submitted(
        packageId, submitted, packages.openOf(caller.id()), afterSubmit.task(caller.id()));
  }

  private int judgements(Caller caller, String packageId, String idempotencyKey) {
    WorkPackage open = packages.lock(packageId).orElseThrow(() -> unknownPackage());
    mustOwn(open, caller);
    if (open.state() == WorkPackage.State.OPEN) {
      tasks.complete(open.taskId().orElseThrow(), caller, Map.of());
      packages.rememberSubmit(packageId, idempotencyKey);
    } else if (open.submitKey().filter(idempotencyKey::equals).isEmpty()) {
      throw closed(open);
    }
    return work.size(packageId);
  }

  /**
   * The picture, recording or document of an item of an open package.
   *
   * @throws Refusal 403 if the package is another's, 404 if the package has no such item or the
   *     item is a text
   */
  @Transactional(readOnly = true)
  public ItemObjects.Content object(Caller caller, String packageId, String assignmentId) {
    WorkPackage open = require(packageId);
    mustOwn(open, caller);
    if (open.state() != WorkPackage.State.OPEN) {
      throw closed(open);
    }
    String project = batches.require(open.batchId()).projectKey();
    return work.itemOf(assignmentId, packageId)
        .flatMap(itemId -> objects.open(project, itemId))
        .orElseThrow(() -> new Refusal(404, "no-object", "This item is a text; it has no file."));
  }

  /**
   * The text of an item of an open package.
   *
   * @throws Refusal 403 if the package is another's, 404 if the package has no such item, 409 if it
   *     is not open any more
   */
  @Transactional(readOnly = true)
  public String text(Caller caller, String packageId, String assignmentId) {
    WorkPackage open = require(packageId);
    mustOwn(open, caller);
    if (open.state() != WorkPackage.State.OPEN) {
      throw closed(open);
    }
    return work.text(assignmentId, packageId).orElseThrow(WorkDesk::unknownAssignment);
  }

  private static Refusal unknownAssignment() {
    return new Refusal(404, "unknown-assignment", "This package has no such item.");
  }

  private WorkPackage require(String packageId) {
    return packages.find(packageId).orElseThrow(() -> unknownPackage());
  }

  private static Refusal unknownPackage() {
    return new Refusal(404, "unknown-package", "There is no work package of that number.");
  }

  private static Refusal closed(WorkPackage closed) {
    if (closed.state() != WorkPackage.State.SUBMITTED) {
      return new Refusal(
          409,
          "package-returned",
          "This work package was given back or taken back. Your labels are kept. Refresh the"
              + " list.");
    }
    return new Refusal(
        409, "package-submitted", "This work package was submitted before. Refresh the list.");
  }

  private static void mustOwn(WorkPackage workPackage, Caller caller) {
    if (!workPackage.annotatorId().equals(caller.id())) {
      throw new Refusal(403, "not-your-package", "This work package is somebody else's.");
    }
  }
}
