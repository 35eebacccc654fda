package io.touchstone.simulation;

import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.Answer;
import io.touchstone.answer.Question;
import io.touchstone.ingestion.review.PrivacyReviewDesk;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.project.Label;
import io.touchstone.project.Projects;
import io.touchstone.tasking.reassignment.Clarification;
import io.touchstone.tasking.reassignment.Clarifications;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets simulated people work through the same services as real ones. */
@Component
public class SimulatedTeam {

  private final WorkDesk desk;
  private final PrivacyReviewDesk privacy;
  private final PersonTasks tasks;
  private final Directory directory;
  private final SimulationRepository items;
  private final Clarifications clarifications;
  private final Projects projects;

  SimulatedTeam(
      WorkDesk desk,
      PrivacyReviewDesk privacy,
      PersonTasks tasks,
      Directory directory,
      SimulationRepository items,
      Clarifications clarifications,
      Projects projects) {
    this.desk = desk;
    this.privacy = privacy;
    this.tasks = tasks;
    this.directory = directory;
    this.items = items;
    this.clarifications = clarifications;
    this.projects = projects;
  }

  /**
   * Lets each person do all work packages that are open for them, one person after the other, and
   * answer what they are asked in between. An interrupt ends it between two items; the package
   * begun stays open with its drafts.
   *
   * @return how many packages were submitted and talks answered
   */
  public int work(List<SimulatedPerson> people, Truth truth, Hmac seed) {
    int done = 0;
    for (SimulatedPerson person : people) {
      Caller caller = directory.find(person.id()).orElseThrow();
      boolean more = true;
      while (more) {
        more = clarify(caller);
        Optional<Work> work = desk.next(caller);
        if (work.isPresent()) {
          if (!label(asOfNow(person, work.get()), caller, work.get(), truth, seed)) {
            return done;
          }
          desk.submit(caller, work.get().packageId(), "simulated-" + work.get().taskId());
          more = true;
        }
        done += more ? 1 : 0;
      }
    }
    return done;
  }

  private SimulatedPerson asOfNow(SimulatedPerson person, Work work) {
    return items.afterTalk(work.packageId()) ? person.afterTalk() : person;
  }

  /** A simulated person answers a talk about the guideline at once, without a remark. */
  private boolean clarify(Caller caller) {
    Optional<String> task = clarifications.taskOf(caller.id());
    task.ifPresent(id -> tasks.complete(id, caller, Map.of()));
    return task.isPresent();
  }

  /**
   * Lets a simulated data manager release the work of those whose talk waits for a decision: a
   * simulated person is not to be spoken with.
   *
   * @return whether there was something to decide
   */
  public boolean settleTalks(List<SimulatedPerson> people, String managerId) {
    boolean settled = false;
    for (SimulatedPerson person : people) {
      for (Clarification open : clarifications.openOf(person.id()).stream().toList()) {
        settled |= settle(open.id(), managerId);
      }
    }
    return settled;
  }

  private boolean settle(String talk, String managerId) {
    Optional<OpenTask> decision = task(talk, "settle-clarification");
    decision.ifPresent(
        task ->
            tasks.complete(
                task.id(),
                directory.find(managerId).orElseThrow(),
                Map.of("decision", "release", "reason", "Simulated: nobody to speak with.")));
    return decision.isPresent();
  }

  private String text(Caller caller, Work work, Work.WorkItem item) {
    return item.textFollows()
        ? desk.text(caller, work.packageId(), item.assignment())
        : item.text();
  }

  /** Whether all items got their label before somebody interrupted. */
  private boolean label(SimulatedPerson person, Caller caller, Work work, Truth truth, Hmac seed) {
    Question question =
        projects
            .require(work.project().key())
            .settings()
            .question(work.labels().stream().map(Label::id).toList());
    Map<String, SimulationRepository.Behind> behind = items.behind(work.packageId());
    for (Work.WorkItem item : work.items()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      SimulationRepository.Behind known = behind.get(item.assignment());
      String text = text(caller, work, item);
      Answer right = right(person, work.guideline().version(), known, truth, seed, question, text);
      Answer own = person.own(seed, known.key(), right, question, text);
      int version = item.draft().map(Work.Draft::version).orElse(0);
      desk.saveDraft(
          caller,
          work.packageId(),
          item.assignment(),
          version,
          person.answer(seed, known.key(), own, item.suggestion()),
          person.seconds(seed, known.key()));
    }
    return true;
  }

  /**
   * Lets a simulated privacy officer say of every item that waits to be looked at that it is clean,
   * and mark every planted leak: the invented texts of the demo hold nothing that the recognisers
   * miss.
   *
   * @return whether there was something to review
   */
  public boolean reviewPrivacy(String batchId, String personId) {
    Optional<OpenTask> review = task(batchId, "review-privacy-sample");
    review.ifPresent(
        task -> {
          Caller officer = directory.find(personId).orElseThrow();
          Map<String, SimulationRepository.Planted> planted = items.planted(batchId);
          for (var item : privacy.open(task.id(), officer).items()) {
            lookAt(task.id(), item.id(), Optional.ofNullable(planted.get(item.id())), officer);
          }
          privacy.submit(task.id(), officer);
        });
    return review.isPresent();
  }

  private void lookAt(
      String taskId,
      String itemId,
      Optional<SimulationRepository.Planted> planted,
      Caller officer) {
    List<PrivacyReviewDesk.Selected> marked =
        planted
            .map(p -> new PrivacyReviewDesk.Selected(p.start(), p.end(), p.value(), "OTHER"))
            .stream()
            .toList();
    PrivacyReviewDesk.Decision decision =
        marked.isEmpty() ? PrivacyReviewDesk.Decision.CLEAN : PrivacyReviewDesk.Decision.MISSED;
    privacy.decide(taskId, itemId, decision, marked, officer);
  }

  private Optional<OpenTask> task(String batchId, String key) {
    return tasks.ofBatch(batchId).stream().filter(task -> task.key().equals(key)).findFirst();
  }

  /** What the person takes for right. Gold are plain cases: no guideline leaves them open. */
  private static Answer right(
      SimulatedPerson person,
      int guidelineVersion,
      SimulationRepository.Behind known,
      Truth truth,
      Hmac seed,
      Question question,
      String text) {
    return known
        .gold()
        .orElseGet(
            () ->
                truth.asRead(
                    person.id(),
                    known.key(),
                    truth.of(known.key(), question, known.offsets().onto(text), seed),
                    guidelineVersion,
                    seed));
  }

  /** Lets a simulated person approve the release of a batch, if that is what it waits for. */
  public boolean approveRelease(String batchId, String personId) {
    Optional<OpenTask> approval = task(batchId, "approve-release");
    approval.ifPresent(
        task ->
            tasks.complete(
                task.id(),
                directory.find(personId).orElse(new Caller(personId, Set.of())),
                Map.of("decision", "approve", "reason", "")));
    return approval.isPresent();
  }
}
